import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { workspaceKeys } from "@/db/schema";
import { type MasterKey, needsPart, wrapInTwoParts } from "@/lib/crypto";
import { isFenced } from "@/lib/erasure";
import type { Db } from "@/lib/erasure/context";
import type { ObjectStore } from "@/lib/storage";
import { keyPartAt } from "./key-part";

const pageRows = 500;

type PartingContext = { db: Db; store: Pick<ObjectStore, "get" | "put">; master: MasterKey };
type Row = typeof workspaceKeys.$inferSelect;

/**
 * Puts one part of every workspace's data key into the object store, under the workspace's prefix. Then
 * no copy of the database opens what the key encrypted once the workspace's objects are erased, whoever
 * has the master key, too.
 *
 * The key stays the same. Repeatable, and safe beside others: a part is written before the row that
 * needs it and never replaced. What is frozen is left as it is.
 *
 * @returns how many were parted. @throws AggregateError with what failed, when all have been tried.
 */
export async function partKeys(ctx: PartingContext): Promise<number> {
  const failures: unknown[] = [];
  let parted = 0;
  let after: string | undefined;
  for (;;) {
    const page = await ctx.db
      .select()
      .from(workspaceKeys)
      .where(after === undefined ? undefined : gt(workspaceKeys.id, after))
      .orderBy(asc(workspaceKeys.id))
      .limit(pageRows);
    for (const row of page) {
      if (needsPart(row.wrappedKey)) continue;
      try {
        if (await partOne(ctx, row)) parted++;
      } catch (error) {
        failures.push(error);
      }
    }
    after = page.at(-1)?.id;
    if (page.length < pageRows) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some keys were not parted.");
  return parted;
}

async function partOne({ db, store, master }: PartingContext, { workspaceId, id }: Row) {
  const isIt = and(eq(workspaceKeys.workspaceId, workspaceId), eq(workspaceKeys.id, id));
  try {
    return await db.transaction(async (tx) => {
      // A write, although it changes nothing: it is refused for what is frozen, and nothing is frozen
      // before this ends, so no part is put where an erasure has already been. Of two at once the
      // second waits, and finds it done.
      const [row] = await tx
        .update(workspaceKeys)
        .set({ wrappedKey: sql`${workspaceKeys.wrappedKey}` })
        .where(isIt)
        .returning();
      if (row === undefined || needsPart(row.wrappedKey)) return false;
      const part = await partOf(store, row);
      const wrappedKey = await wrapInTwoParts(master, { ...row, ownerId: workspaceId }, part);
      await tx.update(workspaceKeys).set({ wrappedKey }).where(isIt);
      return true;
    });
  } catch (error) {
    if (isFenced(error)) return false;
    throw error;
  }
}

/** One that is there is of somebody who died before the row was written, or of a later database. */
async function partOf(store: PartingContext["store"], row: Row): Promise<Uint8Array> {
  const found = await store.get(keyPartAt(row));
  if (found !== null) return new Uint8Array(await buffer(found.body));
  const part = new Uint8Array(randomBytes(32));
  await store.put(keyPartAt(row), part);
  return part;
}
