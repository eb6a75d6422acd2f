import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/ui/message-page";
import { Moment } from "@/components/words/moment";
import type { Review, SubjectKind } from "@/lib/erasure/status";
import type { PolicyProfile } from "@/lib/policy/profile";
import { TokenForm, type TokenFormAction } from "./token-form";

type LinkValidProps = {
  subjectKind: SubjectKind;
  review: Review | null;
  endCustomers: PolicyProfile["endCustomers"];
  expiresAt: Date;
  token: string;
  action: TokenFormAction;
};

/** A link that can be used: what will happen, and the button that makes it happen. */
export function LinkValid(props: LinkValidProps) {
  const t = useTranslations("verification");
  const { action, expiresAt, subjectKind, token } = props;

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("valid.heading")}
      actions={
        <TokenForm
          token={token}
          action={action}
          label={t("valid.button")}
          busyLabel={t("valid.sending")}
        />
      }
    >
      <p>{t("valid.intro")}</p>
      <p className="text-ink">{t(`valid.${whatFollows(props)}`)}</p>
      {subjectKind !== "contact" && <p>{t("valid.final")}</p>}
      <p className="text-base">
        {t.rich("valid.ignore", { time: () => <Moment value={expiresAt} precision="minute" /> })}
      </p>
    </MessagePage>
  );
}

/** Follows the domain's own decision: customers' records and other people's data go another way. */
function whatFollows({ subjectKind, review, endCustomers }: LinkValidProps) {
  if (subjectKind === "contact") return `customer.${endCustomers}` as const;

  return review === null ? (`subjects.${subjectKind}` as const) : "reviewed";
}
