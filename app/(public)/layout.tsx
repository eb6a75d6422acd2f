import type { Metadata } from "next";
import type { ReactNode } from "react";
import { policyMessages } from "@/components/erasure/messages/policy-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { PublicShell } from "@/components/ui/public-shell";
import { currentPolicy } from "./current-policy";

export async function generateMetadata(): Promise<Metadata> {
  const { profile } = await currentPolicy();
  const company = profile.company.name;

  return { title: { default: company, template: `%s · ${company}` } };
}

/** The pages that anyone may read stand under the name of the company that answers for them. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { company } = (await currentPolicy()).profile;
  const { skipLabel, footer } = policyMessages.shell;

  return (
    <PublicShell
      brand={company.name}
      home="/data-deletion"
      skipLabel={skipLabel}
      footer={
        <p>
          {fillMessage(footer, { legalName: company.legalName, address: company.address })} ·{" "}
          <a href={`mailto:${company.privacyEmail}`}>{company.privacyEmail}</a>
        </p>
      }
    >
      {children}
    </PublicShell>
  );
}
