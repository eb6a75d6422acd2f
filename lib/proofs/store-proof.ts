import { eq } from "drizzle-orm";
import { requestFiles } from "@/db/schema";
import { type FilesContext, storeObject } from "@/lib/files";
import type { Proof } from "./read-proof";
import { proofMaxBytes } from "./schemas";

/** Anybody may hand one in, so a request takes no more. */
const mostProofs = 3;

/**
 * Stores a proof with its request, encrypted under a key of its own. It goes with the request: when
 * that is carried out, or within a sweep of its end.
 *
 * @returns false for one too many.
 */
export async function storeProof(
  ctx: FilesContext,
  requestId: string,
  { mimeType, bytes }: Proof,
): Promise<boolean> {
  const stored = await ctx.db.$count(requestFiles, eq(requestFiles.requestId, requestId));
  if (stored >= mostProofs) return false;
  const body = (async function* () {
    yield bytes;
  })();
  await storeObject(ctx, { owner: { requestId }, mimeType, body, maxBytes: proofMaxBytes });
  return true;
}
