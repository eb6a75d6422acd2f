import { parseArgs } from "node:util";
import { z } from "zod";
import { database } from "@/lib/database";
import { EnvError } from "@/lib/env";
import { filesContext } from "@/lib/files-context";
import { requireEnvironment } from "@/lib/require-environment";
import { findSnapshots } from "@/lib/snapshots/find-snapshots";
import { restoreSnapshot } from "@/lib/snapshots/restore-snapshot";
import { SnapshotError } from "@/lib/snapshots/snapshot-error";

const usage = `npm run snapshot:restore -- --workspace SLUG [--snapshot ID]

Without --snapshot it lists those that there are. With it, the snapshot's rows come back into the
workspace, which has to be empty; whoever was erased since does not.`;

const Arguments = z.object({ workspace: z.string().min(1), snapshot: z.uuid().optional() });

/** `npm run snapshot:restore`: brings a night's snapshot back into an emptied workspace. */
async function restore(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { workspace: text, snapshot: text } });
  const parsed = Arguments.safeParse(values);
  if (!parsed.success) throw new SnapshotError("not_found", usage);
  requireEnvironment();
  const ctx = filesContext();
  const snapshots = await findSnapshots(ctx.db, parsed.data.workspace);
  const chosen = snapshots.find(({ id }) => id === parsed.data.snapshot);
  if (chosen !== undefined) {
    console.log(`${await restoreSnapshot(ctx, chosen)} rows are back.`);
    return;
  }
  for (const { id, createdAt } of snapshots) console.log(`${createdAt.toISOString()}  ${id}`);
  if (snapshots.length === 0) console.log("There is no snapshot of such a workspace.");
}

function explain(error: unknown): void {
  process.exitCode = 1;
  const isForPeople = error instanceof EnvError || error instanceof SnapshotError;
  console.error(isForPeople ? error.message : error);
}

await restore()
  .catch(explain)
  .finally(() => database().close());
