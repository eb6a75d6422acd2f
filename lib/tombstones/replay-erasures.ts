import {
  advanceRun,
  type ErasureContext,
  importTombstones,
  logHead,
  replayTombstone,
  tombstonesToReplay,
} from "@/lib/erasure";
import type { ObjectStore } from "@/lib/storage";
import { readTombstones } from "./read-tombstones";
import { storeTombstones } from "./store-tombstones";

/** What a replay found: erasures that were undone, and the requests that stand in the way of some. */
export type ErasuresReplayed = { undone: number; replayed: number; stuck: readonly string[] };

/**
 * Erases again what a restore of the database has brought back, before anything serves: finds the
 * tombstones that the database has lost, and runs each erasure through the one guarded way in, until
 * nothing of its subjects is left. Repeatable; broken off, it goes on where it was.
 *
 * A request that cannot go on now (a legal hold, a pause, a store that is down) is named, and its
 * tombstone stays to be replayed.
 *
 * @throws TombstoneError when a tombstone is missing, was changed, or is of another history.
 */
export async function replayErasures(
  ctx: ErasureContext,
  store: ObjectStore,
): Promise<ErasuresReplayed> {
  // What was under way to the store when the backup was made is there by now, or goes there first.
  await storeTombstones({ ...ctx, store });
  const head = await logHead(ctx.db);
  for await (const entries of readTombstones(store, head?.sequence ?? 0)) {
    await importTombstones(ctx, entries);
  }
  const undone = await tombstonesToReplay(ctx.db);
  const stuck: string[] = [];
  for (const { entry } of undone) {
    const requestId = await eraseAgain(ctx, entry);
    if (requestId !== null) stuck.push(requestId);
  }
  await storeTombstones({ ...ctx, store });
  return { undone: undone.length, replayed: undone.length - stuck.length, stuck };
}

/** @returns the request that cannot go on; null when nothing is left. */
async function eraseAgain(ctx: ErasureContext, entry: string): Promise<string | null> {
  let before = "";
  for (;;) {
    const replay = await replayTombstone(ctx, entry);
    if (replay.outcome === "gone") return null;
    const now = JSON.stringify(replay.returned);
    if (now === before) return replay.requestId;
    before = now;
    while ((await advanceRun(ctx, replay.requestId)) === "again");
  }
}
