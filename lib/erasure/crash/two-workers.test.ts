import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { differences } from "@/lib/testing/crash/differences";
import { readEndState } from "@/lib/testing/crash/end-state";
import {
  type InterruptedRun,
  type InterruptedWorker,
  interruptedRun,
  openInterruptedWorker,
  untilDoneOrBlocked,
} from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { ErasureError } from "../errors";

let stage: Stage;
let worker: InterruptedWorker;
beforeAll(async () => {
  stage = await openStage();
  worker = openInterruptedWorker(stage);
});
beforeEach(() => stage.reset());
afterAll(async () => {
  await worker.close();
  await stage.close();
});

/** Prime, so that every kind of statement is met somewhere. */
const stride = 11;

test("a second worker that takes the run over at any statement leaves the first nothing to do", {
  timeout: 180_000,
}, async () => {
  const faults: Record<string, string[]> = {};
  for (let at = 1; ; at += stride) {
    const found = await faultsWhenTakenOver(at);
    if (found === "over") break;
    if (found.length > 0) faults[`at ${at}`] = found;
    await stage.reset();
  }
  expect(faults).toEqual({});
});

/** The second worker's clock says that the first's lease has ended; the first is only slow. */
async function faultsWhenTakenOver(at: number): Promise<string[] | "over"> {
  const { later, scene, undisturbed } = stage;
  let second: Promise<unknown> = Promise.resolve();
  const first = await worker.run({
    at: ({ statement, moment }) => statement === at && moment === "before",
    async act() {
      second = later.finish(scene.requestId);
      await untilDoneOrBlocked(later, second);
    },
  });
  if (!first.wasInterrupted) return "over";
  await second;
  // Whoever waited for the other's lock may have found nothing to take: the sweep asks again.
  await later.finish(scene.requestId);

  const found = differences(await readEndState(later), undisturbed);
  if (first.outcome !== "finished" && !isRefusal(first.outcome)) {
    found.push(`the first worker ended with ${first.outcome}`);
  }
  return found;
}

/** Who is late to close a run is told so. */
function isRefusal(outcome: unknown): boolean {
  return outcome instanceof ErasureError && outcome.code === "wrong_state";
}

test("a worker that wakes while another is in the middle of its run changes nothing", {
  timeout: 60_000,
}, async () => {
  let asleep: Sleeper | null = null;
  for (let depth = 0; ; depth++) {
    const next = await fallsAsleep(depth);
    if (asleep !== null) {
      const left = await readEndState(stage.later);
      asleep.wake();
      expect((await asleep.ended).outcome).toBe("finished");
      expect(differences(await readEndState(stage.later), left)).toEqual([]);
    }
    if (next === null) {
      expect(depth).toBeGreaterThan(5);
      break;
    }
    asleep = next;
  }
  expect(differences(await readEndState(stage.later), stage.undisturbed)).toEqual([]);
});

type Sleeper = { wake(): void; ended: Promise<InterruptedRun> };

/**
 * A worker that takes the run over, does a batch of it, and falls asleep before the next; by the
 * clock of the one after it for so long that its lease has ended.
 *
 * @returns null when it ended the run instead.
 */
async function fallsAsleep(depth: number): Promise<Sleeper | null> {
  const time = stage.scene.now().getTime() + depth * 60_000;
  const [asleep, awake] = [Promise.withResolvers<true>(), Promise.withResolvers<void>()];
  let batches = 0;
  const ended = interruptedRun(
    { ...stage, scene: { ...stage.scene, now: () => new Date(time) } },
    {
      at({ text, moment }) {
        if (moment === "after" && text.trim().startsWith('update "erasure_steps"')) batches += 1;
        return batches === 1 && moment === "before" && text.trim() === "begin";
      },
      async act() {
        asleep.resolve(true);
        await awake.promise;
      },
    },
  );
  const isAsleep = await Promise.race([asleep.promise, ended.then(() => false)]);
  return isAsleep ? { wake: awake.resolve, ended } : null;
}
