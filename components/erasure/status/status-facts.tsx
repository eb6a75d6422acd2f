import { DataList, type DataListItem } from "@/components/ui/data-list";
import { DateTime } from "@/components/ui/date-time";
import type { RequestState, RequestStatus } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";

/** States in which receipt may still have to be confirmed. */
const early: readonly RequestState[] = ["unverified", "verified", "in_review"];

/** The request's dates and what it is about. */
export function StatusFacts({ status }: { status: RequestStatus }) {
  return <DataList items={factsOf(status)} />;
}

function factsOf(status: RequestStatus): DataListItem[] {
  const { facts, subjects } = statusMessages;
  const isOpen = status.closedAt === null;
  const isEarly = early.includes(status.state);

  return [
    { key: "subject", term: facts.subject, value: subjects[status.subjectKind] },
    ...date("received", facts.received, status.receivedAt),
    ...date("acknowledgeBy", facts.acknowledgeBy, isEarly ? status.acknowledgeBy : null),
    ...date("verified", facts.verified, status.verifiedAt),
    ...date("purgeAfter", facts.purgeAfter, isOpen ? status.purgeAfter : null),
    ...date("dueAt", facts.dueAt, isOpen ? status.dueAt : null),
    ...date("closed", facts.closed, status.closedAt),
    { key: "policyVersion", term: facts.policyVersion, value: status.policyVersion },
  ];
}

function date(key: string, term: string, at: Date | null): DataListItem[] {
  return at === null ? [] : [{ key, term, value: <DateTime value={at} precision="minute" /> }];
}
