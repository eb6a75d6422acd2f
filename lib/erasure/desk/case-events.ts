import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { erasureActs, erasureTransitions, users } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { CaseEvent } from "./status";

const Detail = z.record(z.string(), z.unknown()).nullable();

/** What happened to a request, oldest first: changes of state and what people did in between. */
export async function caseEvents({ db }: ErasureContext, requestId: string): Promise<CaseEvent[]> {
  const states = await db
    .select()
    .from(erasureTransitions)
    .where(eq(erasureTransitions.requestId, requestId))
    .orderBy(asc(erasureTransitions.occurredAt), asc(erasureTransitions.id));
  const acts = await db
    .select({ act: erasureActs, operator: users.name })
    .from(erasureActs)
    .leftJoin(users, eq(users.id, erasureActs.actorUserId))
    .where(eq(erasureActs.requestId, requestId))
    .orderBy(asc(erasureActs.occurredAt), asc(erasureActs.id));
  const events: CaseEvent[] = [
    ...states.map(({ id, occurredAt, actorKind, fromState, toState }) => ({
      type: "state" as const,
      id,
      at: occurredAt,
      by: actorKind,
      operator: null,
      from: fromState,
      to: toState,
    })),
    ...acts.map(({ act, operator }) => ({
      type: "act" as const,
      id: act.id,
      at: act.occurredAt,
      by: act.actorKind,
      operator,
      act: act.kind,
      detail: Detail.parse(act.detail) ?? {},
    })),
  ];
  // Ids are ordered by time, also within one moment.
  return events.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1),
  );
}
