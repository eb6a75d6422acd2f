import { useTranslations } from "next-intl";
import type { PolicyProfile } from "@/lib/policy/profile";
import { PolicySteps } from "./policy-steps";
import { PolicyWay } from "./policy-way";

/** Asking through Meta where that is offered, and what removing the app there means in any case. */
export function PolicyWayByMeta({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.ask.meta");
  const { channels, company, formDetails, metaRevocation } = profile;
  const isOffered = channels.includes("meta_callback");
  const steps = [t("steps.open"), t("steps.remove", { company: company.name })];

  return (
    <PolicyWay title={t("title")}>
      <PolicySteps steps={isOffered ? [...steps, t("steps.accept")] : steps} />
      <p>{isOffered ? t(metaRevocation) : t("separate")}</p>
      {channels.includes("form") && formDetails.metaUserId && <p>{t("byId")}</p>}
    </PolicyWay>
  );
}
