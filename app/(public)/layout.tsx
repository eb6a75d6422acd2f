import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/erasure/language-switch";
import { PublicShell } from "@/components/ui/public-shell";
import { ClientWords } from "@/components/words/client-words";
import { isolated } from "@/components/words/isolated";
import { env } from "@/lib/env";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { currentAddress } from "./current-address";
import { currentPolicy } from "./current-policy";

export async function generateMetadata(): Promise<Metadata> {
  const { profile } = await currentPolicy();
  const company = profile.company.name;

  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: company, template: `%s · ${company}` },
  };
}

/** The pages that anyone may read stand under the name of the company that answers for them. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { company, languages } = (await currentPolicy()).profile;
  const { language, page } = await currentAddress();
  const t = await getTranslations("site");

  return (
    <PublicShell
      brand={company.name}
      home={deletionPath(language)}
      skipLabel={t("skipLabel")}
      nav={<LanguageSwitch offered={languages} current={language} page={page} />}
      footer={
        <p>
          <bdi>{t("footer", { legalName: company.legalName, address: company.address })}</bdi> ·{" "}
          <a href={`mailto:${company.privacyEmail}`}>{isolated(company.privacyEmail)}</a>
        </p>
      }
    >
      <ClientWords areas={["site"]}>{children}</ClientWords>
    </PublicShell>
  );
}
