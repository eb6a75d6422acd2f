import { setTimeout } from "node:timers/promises";
import { pausePurges, type RunUnderWay, runsUnderWay } from "@/lib/erasure";
import { describeRun } from "./describe-run";
import { type Environment, PurgeCommandError, readPauseArguments } from "./purge-arguments";
import { withSteering } from "./with-steering";

/**
 * Stops every purge between two batches and says what was under way. Repeatable.
 *
 * @throws {PurgeCommandError} when it was to wait and a worker still has a run; purges are paused
 * then all the same.
 */
export async function pauseCommand(
  commandLine: readonly string[],
  environment: Environment,
  say: (line: string) => void,
): Promise<void> {
  const { database, waitSeconds } = readPauseArguments(commandLine, environment);
  await withSteering(database, async (ctx) => {
    const isNew = await pausePurges(ctx);
    say(isNew ? "Purges are paused." : "Purges were paused already.");
    const runs = await runsUnderWay(ctx);
    say(runs.length === 0 ? "None is under way." : "Under way, and to be gone on with later:");
    for (const run of runs) say(describeRun(run));
    if (waitSeconds === undefined) return;
    await untilNobodyPurges(() => runsUnderWay(ctx), waitSeconds);
    say("No worker is in one.");
  });
}

async function untilNobodyPurges(
  runs: () => Promise<RunUnderWay[]>,
  seconds: number,
): Promise<void> {
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    if ((await runs()).every(({ isHeld }) => !isHeld)) return;
    await setTimeout(100);
  }
  throw new PurgeCommandError(`After ${seconds} seconds a worker still has a run.`);
}
