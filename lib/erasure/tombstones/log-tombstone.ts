import { eq } from "drizzle-orm";
import { erasureRequests, erasureTombstoneLog } from "@/db/schema";
import type { ErasureContext, Tx } from "../context";
import { digestsOf } from "../digests-of";
import type { RunSubject } from "../subjects";
import { lockLog } from "./log-head";
import { sealTombstone, signatureOf, Tombstone } from "./tombstone";

/**
 * Writes a completed request's tombstone, in the transaction that completes it; a sweep takes it to
 * the object store. It ends with the ids that the run is about to forget.
 */
export async function logTombstone(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  subjects: readonly RunSubject[],
): Promise<void> {
  const [request] = await tx
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      subject: erasureRequests.subjectKind,
    })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  if (request === undefined) throw new Error("There is no request to write a tombstone for.");
  const head = await lockLog(tx);
  const erasedAt = ctx.now();
  const tombstone = Tombstone.parse({
    ...request,
    version: 1,
    sequence: (head?.sequence ?? 0) + 1,
    previous: head && signatureOf(head.entry),
    requestId,
    erased: subjects.map((subject) => erasedIn(ctx, subject)),
    erasedAt: erasedAt.toISOString(),
  });
  await tx.insert(erasureTombstoneLog).values({
    sequence: tombstone.sequence,
    requestId,
    entry: sealTombstone(ctx.vault, tombstone),
    erasedAt,
  });
}

/** Without the digests of addresses: they are personal still, and ids are enough. */
function erasedIn({ vault }: ErasureContext, subject: RunSubject): Tombstone["erased"][number] {
  const { workspaceId, contactId, userId } = subject.keys;
  return {
    kind: subject.kind,
    keys: {
      ...(workspaceId === undefined ? {} : { workspaceId }),
      ...(contactId === undefined ? {} : { contactId }),
      ...(userId === undefined ? {} : { userId }),
    },
    digests: digestsOf(vault, subject),
  };
}
