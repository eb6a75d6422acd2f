import { eq } from "drizzle-orm";
import { z } from "zod";
import { erasureRuns } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";

/** What verification will look for: personal data, so it is kept sealed, for the run alone. */
export async function sealIdentifiers(
  ctx: ErasureContext,
  runId: string,
  identifiers: readonly string[],
): Promise<string> {
  return await ctx.vault.seal(JSON.stringify(identifiers), runId);
}

export async function readIdentifiers(
  db: Db | Tx,
  ctx: ErasureContext,
  runId: string,
): Promise<string[]> {
  const [run] = await db
    .select({ sealed: erasureRuns.sealedIdentifiers })
    .from(erasureRuns)
    .where(eq(erasureRuns.id, runId));
  if (run?.sealed === undefined || run.sealed === null) return [];
  return z.array(z.string()).parse(JSON.parse(await ctx.vault.open(run.sealed, runId)));
}
