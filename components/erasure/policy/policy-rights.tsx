import { useFormatter, useTranslations } from "next-intl";
import type { PolicyProfile } from "@/lib/policy/profile";

/** The laws followed, the way to complain, and, where the profile says so, what this company is not. */
export function PolicyRights({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.rights");
  const law = useTranslations("vocabulary.laws");
  const format = useFormatter();
  const laws = format.list(profile.laws.map((name) => law(name)));

  return (
    <div className="grid gap-4">
      <p>{laws ? t("laws", { laws }) : t("noLaws")}</p>
      <p>{t("complain")}</p>
      {profile.disclaimsAffiliation && <p>{t("affiliation", { company: profile.company.name })}</p>}
    </div>
  );
}
