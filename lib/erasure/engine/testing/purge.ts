import { countPlan } from "../count-plan";
import { paced } from "../governor";
import type { Subject } from "../map";
import { makePlan, type Plan } from "../plan";
import { runPlan } from "../run-plan";
import type { Executor, Transactor } from "../statements";
import { Crash, memoryJournal } from "./memory-journal";
import * as shop from "./shop";
import { shopMap } from "./shop-map";
import { purgedAt } from "./shop-outcome";

/** What a purge said it would do and what it recorded, by action and table. */
export type Purge = {
  planned: Readonly<Record<string, number>>;
  done: Readonly<Record<string, number>>;
  largestBatch: number;
  crashes: number;
};

export function shopPlan(subject: Subject): Plan {
  return makePlan(shop, shopMap, subject);
}

/**
 * Purges a subject from the shop platform; after a crash another worker goes on from the journal.
 *
 * @param options.crashesAt the transactions that die before they commit, see `memoryJournal`.
 * @param options.isCounted whether the run knows its rows beforehand, and that no more can come.
 */
export async function purge<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  subject: Subject,
  {
    maxRows,
    crashesAt = [],
    isCounted = false,
  }: { maxRows: number; crashesAt?: readonly number[]; isCounted?: boolean },
): Promise<Purge> {
  const plan = shopPlan(subject);
  const planned = await countPlan(database, plan);
  const { db, journal, recorded } = memoryJournal(database, plan, {
    crashesAt,
    planned: isCounted ? planned : undefined,
  });
  let crashes = 0;
  while (!(await isDoneAfterOneWorker())) crashes += 1;
  return {
    planned: byStep(plan, (ordinal) => planned[ordinal]),
    done: byStep(plan, (ordinal) => recorded.get(ordinal)?.rows),
    largestBatch: Math.max(...[...recorded.values()].map((step) => step.largestBatch)),
    crashes,
  };

  async function isDoneAfterOneWorker(): Promise<boolean> {
    try {
      await runPlan(db, plan, journal, {
        governor: paced({ budgetMs: 1_000, minRows: maxRows, maxRows }),
        isFrozen: isCounted,
        now: () => new Date(purgedAt),
        shouldYield: () => false,
      });
      return true;
    } catch (error) {
      if (error instanceof Crash) return false;
      throw error;
    }
  }
}

function byStep(plan: Plan, rowsOf: (ordinal: number) => number | undefined) {
  return Object.fromEntries(
    plan.steps.map((step, ordinal) => [`${step.action} ${step.table.name}`, rowsOf(ordinal) ?? 0]),
  );
}
