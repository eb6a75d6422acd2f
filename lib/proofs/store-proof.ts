import { eq } from "drizzle-orm";
import { requestFiles } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { type FilesContext, storeObject } from "@/lib/files";
import type { Proof } from "./read-proof";
import { proofMaxBytes } from "./schemas";

/** Anybody may hand one in, so a request takes no more. */
const mostProofs = 3;

/**
 * Stores a proof with its request, encrypted under a key of its own. It goes with the request: when
 * that is carried out, or within a sweep of its end.
 *
 * One too many, or for no request, is stored for a request that is not there, and goes with the next
 * sweep: by the time that it takes nobody can tell whether somebody asked before.
 *
 * @returns whether the request has it.
 */
export async function storeProof(
  ctx: FilesContext,
  requestId: string | null,
  { mimeType, bytes }: Proof,
): Promise<boolean> {
  const nobodys = newId();
  const asked = requestId ?? nobodys;
  const stored = await ctx.db.$count(requestFiles, eq(requestFiles.requestId, asked));
  const owner = { requestId: stored >= mostProofs ? nobodys : asked };
  const body = (async function* () {
    yield bytes;
  })();
  await storeObject(ctx, { owner, mimeType, body, maxBytes: proofMaxBytes });
  return owner.requestId === requestId;
}
