import { sql } from "drizzle-orm";
import { erasureRuns, erasureSteps } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { expect, test } from "@/lib/testing/database-test";
import { vacuumHints } from "./engine";
import { tablesToVacuum } from "./tables-to-vacuum";

test("after a big purge its tables are named, and no others", async ({ db }) => {
  const [requestId, runId] = [newId(), newId()];
  for (const table of ["messages", "tags"]) {
    await db.execute(sql`alter table ${sql.identifier(table)} set (autovacuum_enabled = off)`);
  }
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into tags (workspace_id, id, name, color)
      select gen_random_uuid(), gen_random_uuid(), 'Tea', 'green' from generate_series(1, 12000)`);
    await tx.execute(sql`insert into messages (workspace_id, id, conversation_id, direction, kind)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'inbound', 'text'
      from generate_series(1, 12000)`);
  });
  await db.execute(sql`delete from tags`);
  await db.execute(sql`delete from messages`);
  await db.insert(erasureRuns).values({ id: runId, requestId, startedAt: new Date() });
  const step = { runId, subjectIndex: 0, category: "messages", action: "erase" as const };
  await db.insert(erasureSteps).values([
    { ...step, ordinal: 0, tableName: "messages", plannedRows: 12_000, doneRows: 12_000 },
    { ...step, ordinal: 1, tableName: "tags", plannedRows: 900, doneRows: 900 },
  ]);
  await expect.poll(() => vacuumHints(db), { timeout: 10_000 }).toHaveLength(2);

  expect(await tablesToVacuum({ db }, requestId)).toEqual([]);
  await db.update(erasureRuns).set({ state: "done" });
  expect(await tablesToVacuum({ db }, requestId)).toMatchObject([
    { table: "messages", deadRows: 12_000 },
  ]);
  expect(await tablesToVacuum({ db }, newId())).toEqual([]);
});
