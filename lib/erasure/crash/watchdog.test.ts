import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { differences } from "@/lib/testing/crash/differences";
import { readEndState } from "@/lib/testing/crash/end-state";
import { interruptedRun } from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { type CrashWorker, startWorker } from "@/lib/testing/crash/worker";
import { recoverRuns } from "../recover-runs";

const lease = 15_000;

let stage: Stage;
let now: number;
let watchdog: CrashWorker;
beforeAll(async () => {
  stage = await openStage();
  watchdog = startWorker({ ...stage.scene, now: clock });
});
beforeEach(async () => {
  now = stage.scene.now().getTime();
  await stage.reset();
});
afterAll(async () => {
  await watchdog.close();
  await stage.close();
});

describe("the watchdog", () => {
  test("leaves a worker alone that is slow and lives, for as long as that takes", async () => {
    const looks: number[] = [];
    const run = await eachBatch(async () => {
      // Most of a lease goes by in every batch: only what the batch before has extended is left.
      now += lease - 1_000;
      looks.push(await recoverRuns(watchdog.ctx));
    });

    expect(run.outcome).toBe("finished");
    expect(looks.length).toBeGreaterThan(10);
    expect(new Set(looks)).toEqual(new Set([0]));
    expect(differences(await readEndState(watchdog), stage.undisturbed)).toEqual([]);
  });

  test("asks for a run whose worker is silent for longer than its lease, and not before", async () => {
    const looks: number[] = [];
    let batches = 0;
    const run = await eachBatch(async () => {
      batches += 1;
      // Among the batches of rows: those of files come first, and their lease is longer.
      if (batches !== 8) return;
      now += lease;
      looks.push(await recoverRuns(watchdog.ctx));
      now += 1;
      looks.push(await recoverRuns(watchdog.ctx));
    });

    expect(looks).toEqual([0, 1]);
    // Awake again, it finds its lease over, and leaves the run to whoever was asked.
    expect(run.outcome).toBe("finished");
    expect((await readEndState(watchdog)).runs).toMatchObject([{ state: "purging" }]);
    await watchdog.finish(stage.scene.requestId);
    expect(differences(await readEndState(watchdog), stage.undisturbed)).toEqual([]);
  });
});

function clock(): Date {
  return new Date(now);
}

/**
 * Something happens before each batch of a run, while no transaction of it is open. Not before what
 * verification reads, which says by the real time that it lives.
 */
async function eachBatch(act: () => Promise<void>) {
  let isPurging = false;
  return await interruptedRun(
    { ...stage, scene: { ...stage.scene, now: clock } },
    {
      isRepeated: true,
      at({ text, moment }) {
        if (text.includes('"fence" + 1')) isPurging = true;
        if (text.includes('"purged_at" =')) isPurging = false;
        return isPurging && moment === "before" && text.trim() === "begin";
      },
      act,
    },
  );
}
