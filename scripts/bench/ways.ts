import { type SQL, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { type Pace, type Plan, type PlanStep, politePace, runPlan } from "@/lib/erasure/engine";
import { memoryJournal } from "./memory-journal";

export type WayName =
  | "cascade"
  | "orm"
  | "floor"
  | "ours"
  | "ours, checks on"
  | "ours, no pace"
  | "ours, no pace, checks on";

/** One way to delete a workspace, and the copy of the database that it does so in. */
export type Way = {
  name: WayName;
  copy: "plain" | "cascade" | "floor";
  /** Connects as the role that has to keep the referential checks. */
  isChecked: boolean;
  /** `timed` runs one statement, or one batch's transaction, and takes its time. */
  purge(connection: Connection, plan: Plan, timed: Timed): Promise<void>;
};

export type Timed = <T>(work: () => PromiseLike<T>) => Promise<T>;

const idsAtATime = 1_000;

/** A first batch of 1,000 rows, and then each step in one. */
const noPace: Pace = { budgetMs: 60_000, minRows: 1_000_000_000, maxRows: 1_000_000_000 };

export const ways: readonly Way[] = [
  {
    name: "cascade",
    copy: "cascade",
    isChecked: false,
    async purge({ db }, plan, timed) {
      const workspaceId = plan.subject.keys.workspaceId;
      await timed(() => db.execute(sql`delete from workspaces where id = ${workspaceId}`));
    },
  },
  {
    name: "floor",
    copy: "floor",
    isChecked: false,
    async purge({ db }, plan, timed) {
      for (const { table, found } of erased(plan)) {
        await timed(() => db.execute(sql`delete from ${table.table} where ${found.predicate}`));
      }
    },
  },
  { name: "orm", copy: "plain", isChecked: false, purge: deleteByIds },
  ours("ours", politePace, false),
  ours("ours, checks on", politePace, true),
  ours("ours, no pace", noPace, false),
  ours("ours, no pace, checks on", noPace, true),
];

function ours(name: WayName, pace: Pace, isChecked: boolean): Way {
  return {
    name,
    copy: "plain",
    isChecked,
    purge: ({ db }, plan, timed) => purgeByEngine(db, plan, pace, timed),
  };
}

/** The engine itself; each batch's transaction is timed. */
export async function purgeByEngine(
  db: Connection["db"],
  plan: Plan,
  pace: Pace,
  timed: Timed,
): Promise<void> {
  type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];
  const timedDb = {
    execute: (query: SQL) => db.execute(query),
    transaction: <T>(work: (tx: Tx) => Promise<T>) => timed(() => db.transaction(work)),
  };
  await runPlan(timedDb, plan, memoryJournal<Tx>(), {
    pace,
    now: () => new Date(),
    shouldYield: () => false,
  });
}

async function deleteByIds({ db }: Connection, plan: Plan, timed: Timed): Promise<void> {
  for (const { table, found } of erased(plan)) {
    const id = sql.identifier("id");
    const key = "id" in table.columns ? id : sql.identifier(keyColumn(table));
    for (;;) {
      const picked = await timed(() =>
        db.execute(
          sql`select ${key} as id from ${table.table} where ${found.predicate} limit ${idsAtATime}`,
        ),
      );
      const ids = idsOf(picked);
      if (ids.length > 0) {
        const list = sql.join(
          ids.map((value) => sql`${value}`),
          sql`, `,
        );
        await timed(() =>
          db.execute(
            sql`delete from ${table.table} where ${found.predicate} and ${key} in (${list})`,
          ),
        );
      }
      if (ids.length < idsAtATime) break;
    }
  }
}

function erased(plan: Plan): PlanStep[] {
  return plan.steps.filter(({ action }) => action === "erase");
}

function keyColumn(table: PlanStep["table"]): string {
  const key = table.columns[table.primaryKey.at(-1) ?? ""];
  if (key === undefined) throw new RangeError(`"${table.name}" has no primary key.`);
  return key.name;
}

function idsOf(rows: unknown): string[] {
  return Array.isArray(rows) ? rows.map((row) => String(Reflect.get(Object(row), "id"))) : [];
}
