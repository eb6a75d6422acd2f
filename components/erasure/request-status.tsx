"use client";

import { Badge } from "@/components/ui/badge";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import type { RequestState, RequestStatus as Status } from "@/lib/erasure/status";
import { statusMessages } from "./messages/status-messages";
import { ConfirmationCode } from "./status/confirmation-code";
import { stateTone } from "./status/state-tone";
import { statusAnnouncement } from "./status/status-announcement";
import { StatusBlock } from "./status/status-block";
import { StatusErased } from "./status/status-erased";
import { StatusExplanation } from "./status/status-explanation";
import { StatusFacts } from "./status/status-facts";
import { StatusFollowNote } from "./status/status-follow-note";
import { StatusProgress } from "./status/status-progress";
import { StatusRetained } from "./status/status-retained";
import { StatusTimeline } from "./status/status-timeline";
import type { StatusVocabulary } from "./status/status-vocabulary";
import { useLiveStatus } from "./status/use-live-status";

const counted: readonly RequestState[] = ["purging", "verifying", "failed"];
const erased: readonly RequestState[] = ["completed", "completed_with_retentions"];

type RequestStatusProps = {
  initial: Status;
  vocabulary: StatusVocabulary;
  privacyEmail: string;
};

/** Where a request stands, live until it is closed; complete as the server sent it without scripts. */
export function RequestStatus({ initial, vocabulary, privacyEmail }: RequestStatusProps) {
  const { status, isReachable } = useLiveStatus(initial);
  const { confirmationCode, progress, retained, state } = status;
  const { label, heading } = statusMessages.states[state];

  return (
    <div className="pt-12 sm:pt-20">
      <LiveRegion>{statusAnnouncement(initial, status)}</LiveRegion>
      <PageHeader
        look="display"
        eyebrow={<Badge tone={stateTone[state]}>{label}</Badge>}
        title={heading}
      />
      <div className="mt-12 grid gap-x-16 gap-y-14 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-12">
          <StatusExplanation status={status} privacyEmail={privacyEmail} />
          {counted.includes(state) && progress.length > 0 && (
            <StatusBlock title={statusMessages.progress.title}>
              <StatusProgress progress={progress} vocabulary={vocabulary} />
            </StatusBlock>
          )}
          <ConfirmationCode code={confirmationCode} />
          {retained.length > 0 && (
            <StatusBlock title={statusMessages.retained.title}>
              <StatusRetained retained={retained} vocabulary={vocabulary} />
            </StatusBlock>
          )}
          {erased.includes(state) && (
            <StatusBlock title={statusMessages.progress.finishedTitle}>
              <StatusErased progress={progress} vocabulary={vocabulary} />
            </StatusBlock>
          )}
          <StatusBlock title={statusMessages.facts.title}>
            <StatusFacts status={status} />
          </StatusBlock>
        </div>
        <aside className="grid content-start gap-6">
          <StatusBlock title={statusMessages.timeline.title}>
            <StatusTimeline status={status} />
          </StatusBlock>
          {status.closedAt === null && (
            <StatusFollowNote
              code={confirmationCode}
              isReachable={isReachable}
              isAtWork={isAtWork(status)}
            />
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
