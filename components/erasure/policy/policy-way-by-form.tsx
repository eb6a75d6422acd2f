import { useTranslations } from "next-intl";
import { useSpan } from "@/components/words/use-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { PolicyWay } from "./policy-way";
import { useListOfDetails } from "./use-list-of-details";

/** The form on this page, and what it asks for. */
export function PolicyWayByForm({ profile }: { profile: PolicyProfile }) {
  const t = useTranslations("policy.ask.form");
  const span = useSpan();
  const details = useListOfDetails()(profile.formDetails);

  return (
    <PolicyWay title={t("title")}>
      <p>{t("text", { span: span(profile.verificationValidMinutes, "minute") })}</p>
      {details && <p>{t("asks", { details })}</p>}
      <p>
        <a href="#request">{t("link")}</a>
      </p>
    </PolicyWay>
  );
}
