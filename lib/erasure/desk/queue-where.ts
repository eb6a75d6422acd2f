import { and, eq, gte, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { daysAfter } from "../calendar";
import type { RequestState } from "../status";
import { closedStates } from "../transition";
import type { QueueFilter } from "./queue-filter";

/** What waits for people, not for time or for a worker. */
export const statesToDo: readonly RequestState[] = ["in_review", "failed"];

/** Written out like the index over open requests, so that it is the one to be used. */
export const isOpen = sql`${erasureRequests.state} not in ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')`;

/** The queue's filters as a condition, without the place at which a page begins. */
export function queueWhere(filter: Omit<QueueFilter, "after">, now: Date): SQL | undefined {
  const { channel, subject, state } = filter;
  return and(
    ofView(filter, now),
    state === null ? undefined : eq(erasureRequests.state, state),
    channel === null ? undefined : eq(erasureRequests.channel, channel),
    subject === null ? undefined : eq(erasureRequests.subjectKind, subject),
    dueWithin(filter, now),
  );
}

function ofView({ view, state }: Pick<QueueFilter, "view" | "state">, now: Date): SQL | undefined {
  // A state says by itself whether it is open.
  if (state !== null && view !== "late") return undefined;
  switch (view) {
    case "todo":
      return inArray(erasureRequests.state, [...statesToDo]);
    case "open":
      return isOpen;
    case "late":
      return and(isOpen, lt(erasureRequests.dueAt, now));
    case "closed":
      // Said once more for the index over what has ended.
      return and(
        isNotNull(erasureRequests.closedAt),
        inArray(erasureRequests.state, [...closedStates]),
      );
  }
}

function dueWithin({ due }: Pick<QueueFilter, "due">, now: Date): SQL | undefined {
  if (due === null) return undefined;
  return and(
    gte(erasureRequests.dueAt, now),
    lt(erasureRequests.dueAt, daysAfter(now, Number(due))),
  );
}
