import { sql } from "drizzle-orm";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import type { Db } from "@/lib/erasure/context";
import { expect, test } from "@/lib/testing/database-test";
import { countPlan, erase, kept, makePlan, paced, runPlan, type StepResult, where } from ".";
import { Crash, memoryJournal } from "./testing/memory-journal";

const tenants = pgTable("tenants", { id: text("id").primaryKey() });
const notes = pgTable(
  "notes",
  { tenant: text("tenant").references(() => tenants.id), id: integer("id"), body: text("body") },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);
const labels = pgTable(
  "labels",
  { tenant: text("tenant").references(() => tenants.id), id: integer("id") },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);
const schema = { tenants, notes, labels };
const ofTenant = { tenant: erase(where<string>({ tenant: "tenantId" })) };
const map = {
  tenants: {
    category: "tenants",
    rows: { tenant: erase(where({ id: "tenantId" })) },
    columns: { id: kept },
  },
  notes: { category: "notes", rows: ofTenant, columns: { tenant: kept, id: kept, body: kept } },
  labels: { category: "labels", rows: ofTenant, columns: { tenant: kept, id: kept } },
};
const plan = makePlan(schema, map, { kind: "tenant", keys: { tenantId: "going" } });

/** Of five notes in a row on disk, three are the tenant's that goes. */
async function writeNotes(db: Db, count: number): Promise<void> {
  await db.execute(sql`create table tenants (id text primary key)`);
  await db.execute(
    sql`create table notes (tenant text references tenants, id int, body text, primary key (tenant, id))`,
  );
  await db.execute(
    sql`create table labels (tenant text references tenants, id int, primary key (tenant, id))`,
  );
  await db.execute(sql`insert into tenants values ('going'), ('staying')`);
  await db.execute(sql`
    insert into notes
    select case when n % 5 < 3 then 'going' else 'staying' end, n, 'note ' || n
    from generate_series(1, ${count}::int) as n`);
  await db.execute(
    sql`insert into labels select t.id, n from tenants t, generate_series(1, 5) as n`,
  );
  await db.execute(sql`analyze`);
}

type Options = { maxRows: number; crashesAt?: readonly number[]; isFrozen?: boolean };

/** Runs the plan to its end, over crashes, and tells every batch's results. */
async function run(
  db: Db,
  { maxRows, crashesAt = [], isFrozen = true }: Options,
  watch: (results: readonly StepResult[]) => Promise<void> = async () => {},
) {
  const planned = await countPlan(db, plan);
  const { db: journaled, journal, recorded } = memoryJournal(db, plan, { crashesAt, planned });
  const batches: (readonly StepResult[])[] = [];
  for (;;) {
    try {
      const outcome = await runPlan(
        journaled,
        plan,
        {
          ...journal,
          async record(tx, results) {
            batches.push(results);
            await journal.record(tx, results);
            await watch(results);
          },
        },
        {
          governor: paced({ budgetMs: 10_000, minRows: maxRows, maxRows }),
          now: () => new Date(),
          shouldYield: () => false,
          isFrozen,
        },
      );
      const done = [...recorded.values()].reduce((sum, { rows }) => sum + rows, 0);
      return { outcome, batches, planned: planned.reduce((sum, rows) => sum + rows, 0), done };
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
}

const staying = sql`select count(*)::int as rows, md5(string_agg(n::text, ',' order by id)) as all
  from notes n where tenant = 'staying'`;
const going = sql`select (select count(*) from notes where tenant = 'going')
  + (select count(*) from labels where tenant = 'going')
  + (select count(*) from tenants where id = 'going') as rows`;

describe("a batch", () => {
  test("holds as many whole steps as fit, children first", async ({ db }) => {
    await writeNotes(db, 50);
    const { batches, done } = await run(db, { maxRows: 36 });
    const shapes = batches.map((results) => results.map(({ rows }) => rows).toSorted());
    expect(shapes).toEqual([[1, 30, 5].toSorted()]);
    expect(done).toBe(36);

    expect(await db.execute(going)).toEqual([{ rows: "0" }]);
  });

  test("that may not go on changes nothing", async ({ db }) => {
    await writeNotes(db, 50);
    const { db: journaled, journal } = memoryJournal(db, plan);
    const before = await db.execute(sql`select * from notes order by tenant, id`);

    const outcome = await runPlan(
      journaled,
      plan,
      { ...journal, mayGoOn: async () => false },
      {
        governor: paced({ budgetMs: 50, minRows: 1, maxRows: 10 }),
        now: () => new Date(),
        shouldYield: () => false,
        isFrozen: true,
      },
    );

    expect(outcome).toBe("stopped");
    expect(await db.execute(sql`select * from notes order by tenant, id`)).toEqual(before);
  });

  test("has its settings before its first row goes", async ({ db }) => {
    await writeNotes(db, 50);
    await db.execute(sql`
      create function refuse_checked() returns trigger language plpgsql as $$
      begin
        if current_setting('session_replication_role') <> 'replica'
          or current_setting('synchronous_commit') <> 'off' then
          raise exception 'a row went before the settings were there';
        end if;
        return old;
      end $$`);
    await db.execute(sql`
      create trigger refuse_checked before delete on notes
      for each row execute function refuse_checked()`);
    await db.execute(sql`alter table notes enable always trigger refuse_checked`);

    expect(await run(db, { maxRows: 7 })).toMatchObject({ outcome: "done", done: 36 });
  });
});

test("a reference that only the database knows is not left dangling", async ({ db }) => {
  await writeNotes(db, 50);
  await db.execute(sql`
    create table strays (tenant text, note int, foreign key (tenant, note) references notes)`);
  await db.execute(sql`insert into strays values ('going', 1)`);

  await expect(run(db, { maxRows: 1_000 })).rejects.toMatchObject({ cause: { code: "23503" } });

  expect(await db.execute(going)).toEqual([{ rows: "36" }]);
});

describe("rows that are looked up", () => {
  const marks = pgTable(
    "marks",
    { page: integer("page"), row: integer("row"), mark: text("mark"), tenant: text("tenant") },
    (t) => [primaryKey({ columns: [t.page, t.row, t.mark] })],
  );
  const columns = { page: kept, row: kept, mark: kept, tenant: kept };
  const found = makePlan(
    { marks },
    { marks: { category: "marks", rows: ofTenant, columns } },
    { kind: "tenant", keys: { tenantId: "going" } },
  );

  /** All but every twentieth are the tenant's that goes. */
  async function writeMarks(db: Db, count: number): Promise<void> {
    await db.execute(sql`
      create table marks (page int, row int, mark text, tenant text, primary key (page, row, mark))`);
    await db.execute(sql`
      insert into marks select n % 2, n, '"' || n, case n % 20 when 0 then 'staying' else 'going' end
      from generate_series(1, ${count}::int) as n`);
    await db.execute(sql`analyze marks`);
  }

  /** @returns how many went. */
  async function lookUp(db: Db, rows: number, isFrozen: boolean, onBatch = async () => {}) {
    const { db: journaled, journal, recorded } = memoryJournal(db, found);
    const watched = {
      ...journal,
      async record(...[tx, results]: Parameters<typeof journal.record>) {
        await journal.record(tx, results);
        await onBatch();
      },
    };
    const outcome = await runPlan(journaled, found, watched, {
      governor: paced({ budgetMs: 60_000, minRows: rows, maxRows: rows }),
      now: () => new Date(),
      shouldYield: () => false,
      isFrozen,
    });
    expect(outcome).toBe("done");
    return recorded.get(0)?.rows;
  }

  test("go by their keys, however many these are", async ({ db }) => {
    await writeMarks(db, 70_000);
    expect(await lookUp(db, 70_000, true)).toBe(66_500);
    expect(await db.execute(sql`select distinct tenant from marks`)).toEqual([
      { tenant: "staying" },
    ]);
  });

  test("are picked before the batch that takes them, for many batches, and rested for", async ({
    db,
  }) => {
    await writeMarks(db, 30_000);
    const said: string[] = [];
    const { db: journaled, journal } = memoryJournal(db, found);
    const governor = paced({ budgetMs: 60_000, minRows: 5_000, maxRows: 5_000 });
    await runPlan(
      {
        execute: (query) => journaled.execute(query),
        transaction: (work) => {
          said.push("batch");
          return journaled.transaction(work);
        },
      },
      found,
      journal,
      {
        governor: {
          ...governor,
          async rest(elapsedMs) {
            expect(elapsedMs).toBeGreaterThan(0);
            said.push("rest");
          },
        },
        now: () => new Date(),
        shouldYield: () => false,
        isFrozen: true,
      },
    );
    // Of 28,500 rows 20,000 are picked first, and then the others.
    const four = Array.from({ length: 4 }, () => "batch");
    expect(said).toEqual(["rest", ...four, "rest", "batch", "batch"]);
  });

  test("stay where they have changed hands since they were picked, and what came is taken", async ({
    db,
  }) => {
    await writeMarks(db, 4_000);
    let batches = 0;
    const went = await lookUp(db, 500, false, async () => {
      if (++batches !== 2) return;
      // The third batch's rows were picked with the first.
      await db.execute(sql`
        update marks set tenant = 'bought' where (page, row, mark) in (
          select page, row, mark from marks where tenant = 'going' and row > 3000 limit 300)`);
      await db.execute(
        sql`insert into marks select 3, n, 'late', 'going' from generate_series(1, 40) as n`,
      );
    });
    expect(went).toBe(3_800 - 300 + 40);
    expect(
      await db.execute(sql`
      select tenant, count(*)::int as rows from marks group by tenant order by tenant`),
    ).toEqual([
      { tenant: "bought", rows: 300 },
      { tenant: "staying", rows: 200 },
    ]);
  });
});

describe("a table that is mostly the subject's", () => {
  const isSwept = (results: readonly StepResult[]) =>
    results.some(({ cursor }) => cursor !== null && "block" in cursor);

  test("is gone through block by block, and the others' rows stay as they are", async ({ db }) => {
    await writeNotes(db, 20_000);
    const before = await db.execute(staying);

    const { batches, done, planned } = await run(db, { maxRows: 1_000 });

    expect(batches.filter(isSwept).length).toBeGreaterThan(10);
    expect(Math.max(...batches.flat().map(({ rows }) => rows))).toBeLessThanOrEqual(1_000);
    expect(done).toBe(planned);
    expect(await db.execute(going)).toEqual([{ rows: "0" }]);
    expect(await db.execute(staying)).toEqual(before);
  });

  test("is done once, whichever batch a crash ends", async ({ db }) => {
    await writeNotes(db, 20_000);
    const before = await db.execute(staying);

    const { done, planned } = await run(db, { maxRows: 1_000, crashesAt: [1, 2, 5, 9, 10, 14] });

    expect(done).toBe(planned);
    expect(await db.execute(going)).toEqual([{ rows: "0" }]);
    expect(await db.execute(staying)).toEqual(before);
  });

  test("is gone through again for a row that came behind", async ({ db, sql: writer }) => {
    await writeNotes(db, 20_000);
    let late: { block: number; cursor: number } | undefined;

    const { done } = await run(db, { maxRows: 1_000, isFrozen: false }, async ([result]) => {
      const cursor = result?.cursor;
      if (late || !cursor || !("block" in cursor) || cursor.block < 40) return;
      // Vacuumed blocks have room again.
      await writer`vacuum notes`;
      const [row] = await writer<{ block: number }[]>`
        insert into notes values ('going', 1000000, 'late')
        returning (ctid::text::point)[0]::int as block`;
      late = { block: row?.block ?? Number.NaN, cursor: cursor.block };
    });

    expect(late?.block).toBeLessThan(late?.cursor ?? 0);
    expect(done).toBe(20_000 * 0.6 + 5 + 1 + 1);
    expect(await db.execute(going)).toEqual([{ rows: "0" }]);
  });
});
