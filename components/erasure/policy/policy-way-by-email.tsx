import { useTranslations } from "next-intl";
import { isolated } from "@/components/words/isolated";
import type { RequestEmail } from "@/lib/policy/profile";
import { PolicyWay } from "./policy-way";
import { useListOfDetails } from "./use-list-of-details";

/** A message, and what to write in it. */
export function PolicyWayByEmail({ requestEmail }: { requestEmail: RequestEmail }) {
  const t = useTranslations("policy.ask.email");
  const details = useListOfDetails()(requestEmail.asksFor);
  const { address, subject } = requestEmail;

  return (
    <PolicyWay title={t("title")}>
      <p>{t("text")}</p>
      {subject && <p>{t.rich("subject", { subject, q: (chunks) => <bdi>{chunks}</bdi> })}</p>}
      {details && <p>{t("asks", { details })}</p>}
      <p>
        <a href={mailto(requestEmail)}>{isolated(address)}</a>
      </p>
    </PolicyWay>
  );
}

function mailto({ address, subject }: RequestEmail): string {
  return `mailto:${address}${subject ? `?subject=${encodeURIComponent(subject)}` : ""}`;
}
