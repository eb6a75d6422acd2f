import type { Metadata } from "next";
import { policyMessages } from "@/components/erasure/messages/policy-messages";
import { PolicyPage } from "@/components/erasure/policy/policy-page";
import { fillMessage } from "@/components/ui/fill-message";
import { currentPolicy } from "../current-policy";
import { requestDeletion } from "./request-deletion";

const { page } = policyMessages;

export async function generateMetadata(): Promise<Metadata> {
  const company = (await currentPolicy()).profile.company.name;

  return {
    title: page.title,
    description: fillMessage(page.description, { company }),
    alternates: { canonical: "/data-deletion" },
  };
}

export default async function DataDeletionPage() {
  return <PolicyPage {...(await currentPolicy())} requestDeletion={requestDeletion} />;
}
