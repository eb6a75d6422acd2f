import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { conversations, messages, workspaceExports } from "@/db/schema";
import { expect, test } from "@/lib/testing/files-test";
import type { ExportContext } from "./export-context";
import { listExports } from "./list-exports";
import { startExport } from "./start-export";
import { takeDueExports } from "./take-due-exports";
import { at, latestOf } from "./testing/latest-export";

const many = 20_000;
const never = new AbortController().signal;

test("somebody who looks while an export is written sees how much of it is, as the database has it", {
  timeout: 120_000,
}, async ({ db, system, files, workspace }) => {
  const ours = await workspace();
  const { id: workspaceId, contactIds, ownerId } = ours;
  await db.execute(sql`
    insert into ${messages} (workspace_id, id, conversation_id, direction, kind, body)
    select ${workspaceId}::uuid, gen_random_uuid(), c.id, 'inbound', 'text', repeat(md5(n::text), 8)
    from (select id from ${conversations} where contact_id = ${contactIds[0] ?? ""}) c,
      generate_series(1, ${many}::int) n`);
  const worker: ExportContext = { ...system, ...files };
  await startExport({ ...worker, userId: ownerId }, { workspaceId, includesMedia: false });
  const newest = async () => {
    const [status] = await listExports(worker, at(ours));
    return status;
  };
  expect(await newest()).toMatchObject({ state: "waiting", share: null });

  const shares: (number | null)[] = [];
  const look = async () => {
    const seen = await newest();
    expect(seen).toMatchObject({ state: "running", href: null });
    shares.push(seen?.share ?? null);
  };
  await takeDueExports({ ...worker, store: looking(worker, look) }, never);

  const told = shares.map((share) => share ?? Number.NaN);
  expect(told, "never back").toEqual(told.toSorted((a, b) => a - b));
  const middle = new Set(told.filter((share) => share > 0 && share < 1));
  expect(middle.size, "of one in five thousand parts").toBeGreaterThan(5);

  expect(await newest()).toMatchObject({ state: "ready", share: 1 });
  const [taken] = await db
    .select({ parts: workspaceExports.plannedParts })
    .from(workspaceExports)
    .where(eq(workspaceExports.state, "ready"));
  const parts = taken?.parts ?? 0;
  const rows = [...(await latestOf(worker, ours))]
    .filter(([path]) => path.endsWith(".jsonl"))
    .reduce((sum, [, lines]) => sum + lines.split("\n").length - 1, 0);
  expect(parts, "each row in two notations").toBe(2 * rows);
  for (const share of middle) expect(share * parts).toBeCloseTo(Math.round(share * parts));
});

/** A store that takes an upload bit by bit, with a look before each. */
function looking({ store }: ExportContext, look: () => Promise<void>): ExportContext["store"] {
  return {
    ...store,
    async put(key, body, options) {
      async function* looked() {
        for await (const bit of body) {
          await look();
          yield bit;
        }
      }
      await store.put(key, Readable.from(looked()), options);
    },
  };
}
