import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { HoldScope } from "./subjects";

/** The ids, of those in a scope, on which a legal hold stands at `now`. */
export async function heldIds(
  db: Db | Tx,
  scope: readonly HoldScope[],
  now: Date,
): Promise<string[]> {
  if (scope.length === 0) return [];
  const holds = await activeHold(db, scope, now);
  return holds.map(({ id }) => id);
}

/** The legal holds that stand at `now` on any of a scope, as a query. */
export function activeHold(db: Db | Tx, scope: readonly HoldScope[], now: Date) {
  const ofKind = (kind: HoldScope["kind"]) =>
    and(
      eq(legalHolds.subjectKind, kind),
      inArray(
        legalHolds.subjectId,
        scope.filter((one) => one.kind === kind).map(({ id }) => id),
      ),
    );
  return db
    .select({ id: legalHolds.subjectId })
    .from(legalHolds)
    .where(
      and(
        isNull(legalHolds.releasedAt),
        or(isNull(legalHolds.expiresAt), gt(legalHolds.expiresAt, now)),
        or(ofKind("workspace"), ofKind("account")),
      ),
    );
}

/** Whether a legal hold forbids, at `now`, to touch anything in this scope. */
export async function hasActiveHold(
  db: Db | Tx,
  scope: readonly HoldScope[],
  now: Date,
): Promise<boolean> {
  return (await heldIds(db, scope, now)).length > 0;
}
