import { and, asc, eq } from "drizzle-orm";
import { requestFiles } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { onRequest } from "../on-request";
import { recordAct } from "../record-act";
import type { CaseProof } from "./status";

/**
 * The files that were handed in with a request: what they are, not what is in them.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function listProofs(ctx: ErasureContext, requestId: string): Promise<CaseProof[]> {
  assertMay(ctx, "read_requests");
  return await ctx.db
    .select({
      id: requestFiles.id,
      mimeType: requestFiles.mimeType,
      sizeBytes: requestFiles.sizeBytes,
      createdAt: requestFiles.createdAt,
    })
    .from(requestFiles)
    .where(and(eq(requestFiles.requestId, requestId), eq(requestFiles.state, "stored")))
    .orderBy(asc(requestFiles.id));
}

/**
 * Writes down that an operator opens a proof, before its bytes are handed out.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function recordProofOpened(ctx: ErasureContext, requestId: string): Promise<void> {
  await onRequest(ctx, requestId, "open_request", async (tx) => {
    await recordAct(tx, ctx, "details_opened", { requestId });
  });
}
