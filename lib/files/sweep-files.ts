import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { erasureRequests, requestFiles, storedObjects } from "@/db/schema";
import { openedSize } from "@/lib/crypto";
import { isFenced } from "@/lib/erasure";
import { discard } from "./discard";
import { eraseObject } from "./erase-object";
import type { FileRef } from "./file-owner";
import type { FilesContext } from "./files-context";
import { shelfOf } from "./shelf-of";

const atOnce = 200;

/**
 * Ends what uploads have left behind, and takes away what requests no longer need.
 *
 * An upload that is over without a word is looked for in the store: what is there is whole, and is
 * kept; otherwise its parts and its row go. Files of a request that has ended, or that never was, are
 * erased. What fails is tried again by the next sweep and does not stop this one.
 *
 * @returns how many were settled. @throws AggregateError with what failed.
 */
export async function sweepFiles(ctx: FilesContext): Promise<number> {
  const outcomes = await Promise.allSettled([
    ...(await lostUploads(ctx)).map((file) => resolve(ctx, file)),
    ...(await filesOfNoRequest(ctx)).map((file) => eraseObject(ctx, file)),
  ]);
  const failures = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, "Some files could not be settled.");
  return outcomes.length;
}

async function lostUploads({ db, now }: FilesContext): Promise<FileRef[]> {
  const ofWorkspaces = await db
    .select({ workspaceId: storedObjects.workspaceId, id: storedObjects.id })
    .from(storedObjects)
    .where(and(eq(storedObjects.state, "pending"), lte(storedObjects.uploadUntil, now())))
    .orderBy(asc(storedObjects.uploadUntil))
    .limit(atOnce);
  const ofRequests = await db
    .select({ requestId: requestFiles.requestId, id: requestFiles.id })
    .from(requestFiles)
    .where(and(eq(requestFiles.state, "pending"), lte(requestFiles.uploadUntil, now())))
    .orderBy(asc(requestFiles.uploadUntil))
    .limit(atOnce);
  return [...ofWorkspaces, ...ofRequests];
}

async function filesOfNoRequest({ db }: FilesContext): Promise<FileRef[]> {
  return await db
    .select({ requestId: requestFiles.requestId, id: requestFiles.id })
    .from(requestFiles)
    .leftJoin(erasureRequests, eq(erasureRequests.id, requestFiles.requestId))
    .where(
      or(
        isNotNull(erasureRequests.closedAt),
        and(isNull(erasureRequests.id), eq(requestFiles.state, "stored")),
      ),
    )
    .limit(atOnce);
}

async function resolve(ctx: FilesContext, file: FileRef): Promise<void> {
  const shelf = shelfOf(ctx, file);
  const found = await shelf.find(file.id);
  if (found === null) return;
  const stored = await ctx.store.head(found.key);
  if (stored === null) return await discard(ctx, shelf, { id: file.id, key: found.key });

  const isPlain = (await shelf.keyOf(file.id)) === "plain";
  try {
    await shelf.finish(file.id, isPlain ? stored.sizeBytes : openedSize(stored.sizeBytes));
  } catch (error) {
    // Its owner is being erased, and the file with them.
    if (!isFenced(error)) throw error;
  }
}
