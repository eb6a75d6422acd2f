import { countPlan } from "../count-plan";
import { paced } from "../governor";
import type { Plan } from "../plan";
import { runPlan } from "../run-plan";
import type { Executor, Transactor } from "../statements";
import { crashingAt } from "./crashing-at";
import { Crash, memoryJournal } from "./memory-journal";

/** What a purge said it would do and what it recorded, by action and table. */
export type Purge = {
  planned: Readonly<Record<string, number>>;
  done: Readonly<Record<string, number>>;
  largestBatch: number;
  /** How often its worker died, or was told to stop. */
  interruptions: number;
};

export type PurgeOptions = {
  maxRows: number;
  /** The transactions that die before they commit, see `memoryJournal`. */
  crashesAt?: readonly number[];
  /** The statements that the server never hears of. */
  diesAt?: readonly number[];
  /** The transactions that find the run stopped, as by a hold that is released again. */
  stopsAt?: readonly number[];
  /** Whether the run knows its rows beforehand, and that no more can come. */
  isCounted?: boolean;
  now: Date;
};

/** Executes a plan to its end: after each interruption another worker goes on from the journal. */
export async function purgePlan<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  plan: Plan,
  { maxRows, crashesAt = [], diesAt = [], stopsAt = [], isCounted = false, now }: PurgeOptions,
): Promise<Purge> {
  const planned = await countPlan(database, plan);
  const { db, journal, recorded } = memoryJournal(crashingAt(database, diesAt), plan, {
    crashesAt,
    stopsAt,
    planned: isCounted ? planned : undefined,
  });
  let interruptions = 0;
  while (!(await isDoneAfterOneWorker())) interruptions += 1;
  return {
    planned: byStep(plan, (ordinal) => planned[ordinal]),
    done: byStep(plan, (ordinal) => recorded.get(ordinal)?.rows),
    largestBatch: Math.max(0, ...[...recorded.values()].map((step) => step.largestBatch)),
    interruptions,
  };

  async function isDoneAfterOneWorker(): Promise<boolean> {
    try {
      const outcome = await runPlan(db, plan, journal, {
        governor: paced({ budgetMs: 1_000, minRows: maxRows, maxRows }),
        isFrozen: isCounted,
        now: () => now,
        shouldYield: () => false,
      });
      return outcome === "done";
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
