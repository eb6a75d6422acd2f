import { database } from "@/lib/database";
import { EnvError } from "@/lib/env";
import { TombstoneError } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { objectStore } from "@/lib/object-store";
import { requireEnvironment } from "@/lib/require-environment";
import { replayErasures } from "@/lib/tombstones/replay-erasures";

/** `npm run replay`: after a restore of the database, erases again what the restore has brought back. */
async function replay(): Promise<void> {
  requireEnvironment();
  const ctx = erasureContext({ type: "system" });
  const { undone, replayed, stuck } = await replayErasures(ctx, objectStore());
  console.log(`${undone} erasures were undone, and ${replayed} of them are carried out again.`);
  for (const requestId of stuck) {
    console.error(
      `Request ${requestId} cannot go on now: npm run doctor may say why. Nothing is served until it has.`,
    );
  }
  process.exitCode = stuck.length > 0 ? 1 : 0;
}

function explain(error: unknown): void {
  process.exitCode = 1;
  const isForPeople = error instanceof EnvError || error instanceof TombstoneError;
  console.error(isForPeople ? error.message : error);
}

await replay()
  .catch(explain)
  .finally(() => database().close());
// The queue's own connections would keep it alive.
process.exit();
