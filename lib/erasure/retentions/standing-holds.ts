import { and, gt, isNull, or, sql } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import type { ErasureContext, Tx } from "../context";

/** A legal hold as the end of a retention has to obey it: by the keys of the map's reaches. */
export type StandingHold = { kind: string; keys: Readonly<Record<string, string>>; digest: string };

/**
 * The legal holds that stand. Until the transaction's end no other is placed: whoever places one
 * waits for the batch, and what the batch leaves is held.
 */
export async function standingHolds(tx: Tx, ctx: ErasureContext): Promise<StandingHold[]> {
  await tx.execute(sql`lock table ${legalHolds} in share mode`);
  const holds = await tx
    .select()
    .from(legalHolds)
    .where(
      and(
        isNull(legalHolds.releasedAt),
        or(isNull(legalHolds.expiresAt), gt(legalHolds.expiresAt, ctx.now())),
      ),
    );
  return holds.flatMap(({ subjectKind, subjectId }): StandingHold[] => {
    if (subjectKind !== "workspace" && subjectKind !== "account") return [];
    const key = subjectKind === "workspace" ? "workspaceId" : "userId";
    const digest = ctx.vault.digest(subjectKind, subjectId);
    return [{ kind: subjectKind, keys: { [key]: subjectId }, digest }];
  });
}
