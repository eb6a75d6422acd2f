import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { useAddress } from "@/components/words/use-address";
import type { RequestState, RequestStatus as Status } from "@/lib/erasure/status";
import type { PolicyProfile } from "@/lib/policy/profile";
import { ReceiptLink } from "./receipt/receipt-link";
import { RecipientOutcomes } from "./receipt/recipient-outcomes";
import { ConfirmationCode } from "./status/confirmation-code";
import { quarterOf } from "./status/quarter-of";
import { stateTone } from "./status/state-tone";
import { StatusAnnouncer } from "./status/status-announcer";
import { StatusBlock } from "./status/status-block";
import { StatusErased } from "./status/status-erased";
import { StatusExplanation } from "./status/status-explanation";
import { StatusFacts } from "./status/status-facts";
import { StatusFollower } from "./status/status-follower";
import { StatusProgress } from "./status/status-progress";
import { StatusRetained } from "./status/status-retained";
import { StatusTimeline } from "./status/status-timeline";

const counted: readonly RequestState[] = ["purging", "verifying", "failed"];
const erased: readonly RequestState[] = ["completed", "completed_with_retentions"];

type RequestStatusProps = { status: Status; profile: PolicyProfile };

/**
 * Where a request stands, as the server knows it. A little script asks whether that has changed,
 * and has the server write the page again; without it, the page can be loaded again.
 */
export function RequestStatus({ status, profile }: RequestStatusProps) {
  const t = useTranslations("status");
  const r = useTranslations("receipt");
  const { confirmationCode, progress, purgeAfter, recipients, retained, state } = status;
  const address = useAddress();
  const quarter = quarterOf(progress);

  return (
    <div className="pt-12 sm:pt-20">
      <StatusAnnouncer
        state={state}
        heading={t(`states.${state}.heading`)}
        quarter={quarter}
        share={t("live.announceShare", { percent: quarter * 25 })}
      />
      <PageHeader
        look="display"
        eyebrow={<Badge tone={stateTone[state]}>{t(`states.${state}.label`)}</Badge>}
        title={t(`states.${state}.heading`)}
      />
      <div className="mt-12 grid gap-x-16 gap-y-14 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-12">
          <StatusExplanation status={status} privacyEmail={profile.company.privacyEmail} />
          {counted.includes(state) && progress.length > 0 && (
            <StatusBlock title={t("progress.title")}>
              <StatusProgress progress={progress} />
            </StatusBlock>
          )}
          <ConfirmationCode code={confirmationCode} />
          {erased.includes(state) && <ReceiptLink code={confirmationCode} />}
          {recipients.length > 0 && (
            <StatusBlock title={r("recipients")}>
              <RecipientOutcomes outcomes={recipients} />
            </StatusBlock>
          )}
          {retained.length > 0 && (
            <StatusBlock title={t("retained.title")}>
              <StatusRetained retained={retained} profile={profile} />
            </StatusBlock>
          )}
          {erased.includes(state) && (
            <StatusBlock title={t("progress.finishedTitle")}>
              <StatusErased progress={progress} />
            </StatusBlock>
          )}
          <StatusBlock title={t("facts.title")}>
            <StatusFacts status={status} />
          </StatusBlock>
        </div>
        <aside className="grid content-start gap-6">
          <StatusBlock title={t("timeline.title")}>
            <StatusTimeline status={status} />
          </StatusBlock>
          {status.closedAt === null && (
            <div className="prose-links min-h-6 text-ink-muted text-sm print:hidden">
              <StatusFollower
                code={confirmationCode}
                state={state}
                purgeAfter={purgeAfter}
                seen={JSON.stringify(status)}
                follows={t("live.follows")}
                unreachable={t("live.unreachable")}
              />
              <noscript>
                {isAtWork(status) && <meta httpEquiv="refresh" content="5" />}
                <a href={address(`/status/${confirmationCode}`)}>{t("live.reload")}</a>
              </noscript>
            </div>
          )}
        </aside>
      </div>
    </div>
  );
}

/** Whether something is likely to change within seconds: worth loading the page again by itself. */
function isAtWork({ state, purgeAfter }: Status): boolean {
  if (state === "scheduled") return purgeAfter === null;
  return state === "verified" || state === "purging" || state === "verifying";
}
