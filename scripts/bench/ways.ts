import { type SQL, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { purgeApplicationName } from "@/lib/erasure";
import {
  type Governor,
  loadReader,
  type Plan,
  type PlanStep,
  polite,
  runPlan,
} from "@/lib/erasure/engine";
import { memoryJournal } from "./memory-journal";
import { startedRun } from "./started-run";
import type { WayName } from "./way-names";

/** One way to delete a workspace, and the copy of the database that it does so in. */
export type Way = {
  name: WayName;
  foreignKeys: "as they are" | "cascading" | "none";
  /** Connects as the role that has to keep the referential checks. */
  isChecked: boolean;
  /** Goes slower while others are at work. */
  looksAtLoad: boolean;
  /** Does what is not timed, and returns what is. `planned` are the exact rows of every step. */
  prepare(connection: Connection, plan: Plan, planned: readonly number[]): Promise<Purge>;
};

/** `timed` runs one statement, or one batch's transaction, and takes its time. */
export type Purge = (timed: Timed) => Promise<Ends>;

/** How long batches took from their last change to their end, all together, and how many there were. */
export type Ends = { ms: number; batches: number };
export type Timed = <T>(work: () => PromiseLike<T>) => Promise<T>;

const idsAtATime = 1_000;
const noBatches: Ends = { ms: 0, batches: 0 };

export const ways: readonly Way[] = [
  {
    name: "cascade",
    foreignKeys: "cascading",
    isChecked: false,
    looksAtLoad: false,
    prepare: async ({ db }, plan) => {
      const workspaceId = plan.subject.keys.workspaceId;
      return async (timed) => {
        await timed(() => db.execute(sql`delete from workspaces where id = ${workspaceId}`));
        return noBatches;
      };
    },
  },
  {
    name: "floor",
    foreignKeys: "none",
    isChecked: false,
    looksAtLoad: false,
    prepare:
      async ({ db }, plan) =>
      async (timed) => {
        for (const { table, found } of erased(plan)) {
          await timed(() => db.execute(sql`delete from ${table.table} where ${found.predicate}`));
        }
        return noBatches;
      },
  },
  {
    // PostgreSQL fetches a deleted row once more where an `AFTER DELETE` trigger is declared, though none fires.
    name: "floor, keys on",
    foreignKeys: "as they are",
    isChecked: false,
    looksAtLoad: false,
    prepare:
      async ({ db }, plan) =>
      async (timed) => {
        for (const { table, found } of erased(plan)) {
          await timed(() =>
            db.transaction(async (tx) => {
              await tx.execute(sql`set local session_replication_role = replica`);
              await tx.execute(sql`delete from ${table.table} where ${found.predicate}`);
            }),
          );
        }
        return noBatches;
      },
  },
  {
    name: "orm",
    foreignKeys: "as they are",
    isChecked: false,
    looksAtLoad: false,
    prepare: async (connection, plan) => (timed) => deleteByIds(connection, plan, timed),
  },
  {
    name: "ours",
    foreignKeys: "as they are",
    isChecked: false,
    looksAtLoad: true,
    async prepare({ db }, plan) {
      const journal = await startedRun(db, plan);
      return (timed) => purgeByEngine(db, plan, journal, politely(db), timed);
    },
  },
  {
    name: "engine alone",
    foreignKeys: "as they are",
    isChecked: false,
    looksAtLoad: true,
    prepare: engineAlone,
  },
  {
    name: "checks on",
    foreignKeys: "as they are",
    isChecked: true,
    looksAtLoad: true,
    prepare: engineAlone,
  },
];

/** As a worker's governor is. */
export function politely(db: Connection["db"]): Governor {
  return polite(loadReader(db, { ownNames: [purgeApplicationName] }));
}

async function engineAlone(
  { db }: Connection,
  plan: Plan,
  planned: readonly number[],
): Promise<Purge> {
  const journal = memoryJournal(plan, planned);
  return (timed) => purgeByEngine(db, plan, journal, politely(db), timed);
}

/** The engine itself; each batch's transaction is timed. */
async function purgeByEngine(
  db: Connection["db"],
  plan: Plan,
  journal: Parameters<typeof runPlan<Tx>>[2],
  governor: Governor,
  timed: Timed,
): Promise<Ends> {
  const ends = { ms: 0, batches: 0 };
  let changedAt = 0;
  const watched: typeof journal = {
    ...journal,
    async record(tx, results) {
      changedAt = performance.now();
      await journal.record(tx, results);
    },
  };
  const transaction = async <T>(work: (tx: Tx) => Promise<T>) => {
    const result = await db.transaction(work);
    ends.ms += performance.now() - changedAt;
    ends.batches += 1;
    return result;
  };
  const timedDb = {
    execute: (query: SQL) => db.execute(query),
    transaction: <T>(work: (tx: Tx) => Promise<T>) => timed(() => transaction(work)),
  };
  await runPlan(timedDb, plan, watched, {
    governor,
    now: () => new Date(),
    shouldYield: () => false,
    isFrozen: true,
  });
  return ends;
}

type Tx = Parameters<Parameters<Connection["db"]["transaction"]>[0]>[0];

async function deleteByIds({ db }: Connection, plan: Plan, timed: Timed) {
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
  return noBatches;
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
