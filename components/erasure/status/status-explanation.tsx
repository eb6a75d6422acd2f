import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { isolated } from "@/components/words/isolated";
import { Moment } from "@/components/words/moment";
import type { RequestStatus } from "@/lib/erasure/status";

type StatusExplanationProps = { status: RequestStatus; privacyEmail: string };

/** What the state means for the person: for a refusal, its reason and the right to complain. */
export function StatusExplanation({ status, privacyEmail }: StatusExplanationProps) {
  const t = useTranslations("status");
  const { purgeAfter, refusalReason, state } = status;

  if (state === "refused") {
    return (
      <Callout tone="warning" title={t("states.refused.text")}>
        <div className="grid gap-3">
          {refusalReason && <p>{t(`refusals.${refusalReason}`)}</p>}
          <p>{t.rich("complain", { email: privacyEmail, id: isolated })}</p>
        </div>
      </Callout>
    );
  }

  if (state === "completed_with_retentions" && refusalReason) {
    return (
      <Callout tone="warning" title={t("states.completed_with_retentions.text")}>
        <div className="grid gap-3">
          <p>{t(`refusals.${refusalReason}`)}</p>
          <p>{t.rich("complain", { email: privacyEmail, id: isolated })}</p>
        </div>
      </Callout>
    );
  }

  return (
    <p className="text-ink-muted text-lg leading-relaxed sm:text-xl">
      {state === "scheduled" && purgeAfter
        ? t.rich("scheduledFor", {
            email: privacyEmail,
            id: isolated,
            time: () => <Moment value={purgeAfter} precision="minute" />,
          })
        : t(`states.${state}.text`)}
    </p>
  );
}
