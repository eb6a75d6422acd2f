import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { differences } from "@/lib/testing/crash/differences";
import { type EveryRow, readEveryRow } from "@/lib/testing/crash/every-row";
import {
  before,
  type InterruptedWorker,
  openInterruptedWorker,
} from "@/lib/testing/crash/interrupted-run";
import { faultsIn, recover } from "@/lib/testing/crash/recover";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { pausePurges, resumePurges } from "../pause-purges";
import { recoverRuns } from "../recover-runs";

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

test("a pause that comes before any transaction stops the run there, and it goes on by itself when resumed", {
  timeout: 120_000,
}, async () => {
  const faults: Record<string, string[]> = {};
  for (let k = 1; ; k++) {
    const found = await faultsWhenPaused(before("begin", k));
    if (found === "over") break;
    if (found.length > 0) faults[`begin ${k}`] = found;
    await stage.reset();
  }
  expect(faults).toEqual({});
});

/** @returns what was not as it has to be; `over` when the run ends before that moment comes. */
async function faultsWhenPaused(at: ReturnType<typeof before>): Promise<string[] | "over"> {
  const { later, scene, undisturbed } = stage;
  let atPause: EveryRow | undefined;
  const run = await worker.run({
    at,
    async act() {
      await pausePurges(later.ctx);
      atPause = await readEveryRow(later);
    },
  });
  if (!run.wasInterrupted) return "over";
  const found: string[] = [];
  if (run.outcome !== "finished") found.push(`the worker ended with ${run.outcome}`);
  if ((await recoverRuns(later.ctx)) !== 0) found.push("it was requeued while it was paused");
  await later.finish(scene.requestId);
  found.push(...differences(await readEveryRow(later), atPause, "since the pause"));

  await resumePurges(later.ctx);
  found.push(...faultsIn(await recover(later, scene.requestId), undisturbed));
  return found;
}
