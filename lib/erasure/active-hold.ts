import { and, eq, gt, isNull, or } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { SubjectKind } from "./status";

/** Whether a legal hold forbids, at `now`, to purge any of these subjects. */
export async function hasActiveHold(
  db: Db | Tx,
  subjects: readonly { kind: SubjectKind; id: string }[],
  now: Date,
): Promise<boolean> {
  if (subjects.length === 0) return false;
  const [hold] = await db
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .where(
      and(
        isNull(legalHolds.releasedAt),
        or(isNull(legalHolds.expiresAt), gt(legalHolds.expiresAt, now)),
        or(
          ...subjects.map(({ kind, id }) =>
            and(eq(legalHolds.subjectKind, kind), eq(legalHolds.subjectId, id)),
          ),
        ),
      ),
    )
    .limit(1);
  return hold !== undefined;
}
