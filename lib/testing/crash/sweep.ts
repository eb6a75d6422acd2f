import type { Bundle } from "./bundle";
import type { ChildReport, ChildTask, Stop } from "./child-task";
import { readEndState } from "./end-state";
import type { KillPoint } from "./kill-points";
import { faultsIn, recover, untilChildrenAreGone } from "./recover";
import { runChild } from "./run-child";
import { sceneTime } from "./scene";
import type { Stage } from "./stage";

/** One way in which a killed run did not end as it has to. */
export type Failure = KillPoint & { because: string[] };

/** What was left behind, to the byte, and what is wrong with how it ended. */
export type FaultsByLeft = Map<string, Promise<string[]>>;

/** A run that nobody kills. Leaves the stage as it was. */
export async function watchRun(bundle: Bundle, stage: Stage): Promise<ChildReport> {
  const report = await runChild(bundle, taskOn([stage]));
  if (report === "killed") throw new Error("The child was killed, and not by us.");
  await stage.reset();
  return report;
}

/**
 * Kills a worker at each point, lets another recover, and compares the end with that of an undisturbed
 * run.
 *
 * A child has as many workers as there are stages, each on its own, and dies when each of them is at
 * its point. What has been left behind before as well, to the byte, is not recovered from once more.
 */
export async function killAtEach(
  bundle: Bundle,
  stages: readonly Stage[],
  points: readonly KillPoint[],
  faultsByLeft: FaultsByLeft,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let from = 0; from < points.length; from += stages.length) {
    const group = points.slice(from, from + stages.length);
    const ended = await runChild(bundle, taskOn(stages.slice(0, group.length), group));
    await Promise.all(
      group.map(async (point, at) => {
        const stage = stages[at];
        if (stage === undefined) throw new RangeError("There are more points than stages.");
        const because =
          ended === "killed" ? await faultsOn(stage, faultsByLeft) : ["it was not killed"];
        if (because.length > 0) failures.push({ ...point, because });
        await stage.reset();
      }),
    );
  }
  return failures;
}

/**
 * Kills a worker, in a process of its own, as it is about to go on with something that it awaited, for
 * each of these, counted from 1; else as {@link killAtEach}.
 *
 * @returns how many were killed: a run may await a little less than the one that was counted.
 */
export async function killAtAwaits(
  bundle: Bundle,
  stages: readonly Stage[],
  awaits: readonly number[],
  faultsByLeft: FaultsByLeft,
): Promise<{ failures: { await: number; because: string[] }[]; killed: number }> {
  const failures: { await: number; because: string[] }[] = [];
  let killed = 0;
  const waiting = awaits.values();
  await Promise.all(
    stages.map(async (stage) => {
      for (const at of waiting) {
        const ended = await runChild(bundle, { ...taskOn([stage]), killedAtAwait: at });
        if (ended === "killed") killed += 1;
        const because = await faultsOn(stage, faultsByLeft);
        if (because.length > 0) failures.push({ await: at, because });
        await stage.reset();
      }
    }),
  );
  return { failures, killed };
}

/** Lets a child stop its server at once; the child ends with an error then, or with its work done. */
export async function killServerAt(
  bundle: Bundle,
  stage: Stage,
  server: NonNullable<ChildTask["server"]>,
): Promise<void> {
  await runChild(bundle, { ...taskOn([stage]), server }).catch(() => "failed");
}

async function faultsOn(stage: Stage, faultsByLeft: FaultsByLeft): Promise<string[]> {
  await untilChildrenAreGone(stage.later);
  const left = JSON.stringify(await readEndState(stage.later));
  const known = faultsByLeft.get(left);
  if (known !== undefined) return await known;
  const recovering = recover(stage.later, stage.scene.requestId).then((recovery) =>
    faultsIn(recovery, stage.undisturbed),
  );
  faultsByLeft.set(left, recovering);
  return await recovering;
}

/** The stages are copies of one, with the same keys and ids. */
function taskOn(stages: readonly Stage[], stops: readonly Stop[] = []): ChildTask {
  const [first] = stages;
  if (first === undefined) throw new RangeError("There is no stage.");
  const { masterKey, filesFolder, requestId } = first.scene;
  return {
    databaseUrls: stages.map(({ scene }) => scene.databaseUrl),
    masterKey,
    filesFolder,
    requestId,
    now: sceneTime.toISOString(),
    stops: stops.map(({ statement, moment }) => ({ statement, moment })),
    killedAtAwait: null,
    server: null,
  };
}
