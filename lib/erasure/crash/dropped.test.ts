import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { childName } from "@/lib/testing/crash/child-task";
import { interruptedRun } from "@/lib/testing/crash/interrupted-run";
import type { Moment, Passing } from "@/lib/testing/crash/intervention";
import { faultsIn, recover } from "@/lib/testing/crash/recover";
import { openStage, type Stage } from "@/lib/testing/crash/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

/** Taken in turn, eleven statements further on each time. */
const moments: readonly Moment[] = ["before", "during", "after"];
const stride = 11;
/** The one before is the driver's own, about types; its failure the driver leaves to nobody. */
const first = 2;

describe("a connection that is dropped", () => {
  test("between or inside statements costs a slice and nothing else", {
    timeout: 180_000,
  }, async () => {
    const faults: Record<string, string[]> = {};
    for (let at = first; ; at += stride) {
      const moment = moments[at % moments.length] ?? "before";
      const found = await faultsWhenDropped((passing) => isAt(passing, at, moment));
      if (found === "over") break;
      if (found.length > 0) faults[`${moment} ${at}`] = found;
      await stage.reset();
    }
    expect(faults).toEqual({});
  });

  test("while a batch waits for somebody's lock takes the batch back", async () => {
    const { later, scene } = stage;
    const locked = Promise.withResolvers<void>();
    const holding = later.db.transaction(async (tx) => {
      await tx.execute(
        sql`select id from messages where workspace_id = ${scene.doomed.id} for update`,
      );
      await locked.promise;
    });
    const found = await faultsWhenDropped(
      ({ text, moment }) => moment === "during" && text.startsWith('delete from "messages"'),
      async () => {
        await expect
          .poll(() => later.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
          .not.toHaveLength(0);
      },
      async () => {
        locked.resolve();
        await holding;
      },
    );
    expect(found).toEqual([]);
  });
});

function isAt(passing: Passing, statement: number, moment: Moment): boolean {
  return passing.statement === statement && passing.moment === moment;
}

async function faultsWhenDropped(
  at: (passing: Passing) => boolean,
  wait: () => Promise<unknown> = async () => {},
  afterwards: () => Promise<unknown> = async () => {},
): Promise<string[] | "over"> {
  const { later, scene, undisturbed } = stage;
  const run = await interruptedRun(stage, {
    at,
    async act() {
      await wait();
      await dropConnections();
    },
  });
  await afterwards();
  if (!run.wasInterrupted) return "over";
  // The last statement's answer may be lost when all is done.
  return faultsIn(await recover(later, scene.requestId), undisturbed);
}

async function dropConnections(): Promise<void> {
  await stage.later.db.execute(sql`
    select pg_terminate_backend(pid, 10000) from pg_stat_activity
    where datname = current_database() and application_name = ${childName}`);
}
