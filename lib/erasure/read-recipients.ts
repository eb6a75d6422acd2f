import { asc, eq } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";
import type { RecipientOutcome } from "./status";

/**
 * Which other systems a request's run told, what of, when, and with which outcome: what a person may
 * ask to know (GDPR art. 19). In the order in which they were planned; it names nobody.
 */
export async function readRecipients(
  { db }: Pick<ErasureContext, "db">,
  requestId: string,
): Promise<RecipientOutcome[]> {
  return summedRecipients(await ofRequest(db, requestId));
}

/** The same for the transaction that states it for good: until its end no call can be reopened. */
export async function lockRecipients(tx: Tx, requestId: string): Promise<RecipientOutcome[]> {
  return summedRecipients(await ofRequest(tx, requestId).for("share"));
}

/** What is told of a call, of which several may be one outcome. */
export const callFields = {
  recipient: calls.recipient,
  act: calls.act,
  targets: calls.targets,
  done: calls.done,
  alreadyGone: calls.alreadyGone,
  failed: calls.failed,
  code: calls.code,
  lastAt: calls.lastCallAt,
  keptUntil: calls.keptUntil,
};

function ofRequest(db: Db | Tx, requestId: string) {
  return db
    .select(callFields)
    .from(calls)
    .where(eq(calls.requestId, requestId))
    .orderBy(asc(calls.id));
}

type Row = Awaited<ReturnType<typeof ofRequest>>[number];

/** What each other system was asked, all calls together. */
export function summedRecipients(rows: readonly Row[]): RecipientOutcome[] {
  const sums = new Map<string, RecipientOutcome>();
  for (const { recipient, act, targets, done, alreadyGone, failed, ...row } of rows) {
    const key = `${recipient} ${act}`;
    const sum = sums.get(key);
    sums.set(key, {
      recipient,
      act,
      done: done + (sum?.done ?? 0),
      alreadyGone: alreadyGone + (sum?.alreadyGone ?? 0),
      failed: failed + (sum?.failed ?? 0),
      open: targets - done - alreadyGone - failed + (sum?.open ?? 0),
      reason: row.code ?? sum?.reason ?? null,
      lastAt: later(row.lastAt, sum?.lastAt ?? null),
      keptUntil: later(row.keptUntil, sum?.keptUntil ?? null),
    });
  }
  return [...sums.values()];
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
