import { once } from "node:events";
import { sql } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import { workspaceSubject } from "@/lib/erasure";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { heapInUse, megabyte } from "@/lib/testing/heap-in-use";
import { writeExport } from "./write-export";

const many = 60_000;
const everyParts = 12_000;

test("an export is written a part at a time, however many rows it has", {
  timeout: 180_000,
}, async ({ db }) => {
  const { id: workspaceId, contactIds } = await createWorkspace(db);
  await db.execute(sql`
    insert into ${messages} (workspace_id, id, conversation_id, direction, kind, body, created_at)
    select ${workspaceId}::uuid, gen_random_uuid(), c.id, 'inbound', 'text', repeat(md5(n::text), 8), to_timestamp(n)
    from (select id from ${conversations} where contact_id = ${contactIds[0] ?? ""}) c,
      generate_series(1, ${many}::int) n`);
  const heap: number[] = [];
  let [planned, written] = [0, 0];

  await writeExport(
    db,
    workspaceSubject(workspaceId),
    {
      takenAt: new Date(),
      files: null,
      onPlanned: async (parts) => {
        planned = parts;
      },
      async onParts(parts) {
        if (Math.trunc((written + parts) / everyParts) > Math.trunc(written / everyParts)) {
          heap.push(heapInUse());
        }
        written += parts;
      },
    },
    async (zip) => await once(zip.resume(), "end"),
  );

  expect(planned).toBeGreaterThan(2 * many);
  expect(written).toBe(planned);
  const [first = 0, ...later] = heap;
  expect(later.length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...later) - first).toBeLessThan(10 * megabyte);
});
