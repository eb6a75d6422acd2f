import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PolicyPage } from "@/components/erasure/policy/policy-page";
import { challengeSettings } from "@/lib/challenge/challenge-settings";
import { env } from "@/lib/env";
import { deletionPath, deletionRoot } from "@/lib/i18n/deletion-path";
import { currentAddress } from "../current-address";
import { currentPolicy } from "../current-policy";
import { requestDeletion } from "./request-deletion";

export async function generateMetadata(): Promise<Metadata> {
  const { company, languages } = (await currentPolicy()).profile;
  const { language, namesLanguage } = await currentAddress();
  const t = await getTranslations("policy.page");

  return {
    title: t("title"),
    description: t("description", { company: company.name }),
    alternates: {
      canonical: namesLanguage ? deletionPath(language) : deletionRoot,
      languages: {
        ...Object.fromEntries(languages.map((offered) => [offered, deletionPath(offered)])),
        "x-default": deletionRoot,
      },
    },
  };
}

export default async function DataDeletionPage() {
  const policy = await currentPolicy();
  const challengeKey = challengeSettings(env())?.siteKey ?? null;
  return <PolicyPage {...policy} requestDeletion={requestDeletion} challengeKey={challengeKey} />;
}
