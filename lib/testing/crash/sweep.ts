import type { Bundle } from "./bundle";
import type { ChildTask } from "./child-task";
import { readEndState } from "./end-state";
import { faultsIn, recover, untilChildrenAreGone } from "./recover";
import { runChild } from "./run-child";
import { sceneTime } from "./scene";
import type { Stage } from "./stage";
import type { SentStatement } from "./statement-seam";

export type KillPoint = { statement: number; moment: "before" | "after"; text: string };

/** One way in which a killed run did not end as it has to. */
export type Failure = KillPoint & { because: string[] };

/** The statements of a run that nobody kills. Leaves the stage as it was. */
export async function listStatements(bundle: Bundle, stage: Stage): Promise<SentStatement[]> {
  const report = await runChild(bundle, taskOn(stage, null));
  if (report === "killed") throw new Error("The child was killed, and not by us.");
  await stage.reset();
  return report.statements;
}

/**
 * Every moment before or after a statement that can leave a database of its own behind.
 *
 * Before a statement that is sent while nothing else is under way, the server has been told the same,
 * and has done the same, as after the one before it. Only before a commit is that tried as well.
 */
export function killPoints(statements: readonly SentStatement[]): KillPoint[] {
  return statements.flatMap(({ text, isAlone }, index) => {
    const point = { statement: index + 1, text };
    const isNew = index === 0 || !isAlone || text === "commit";
    return [
      ...(isNew ? [{ ...point, moment: "before" as const }] : []),
      { ...point, moment: "after" as const },
    ];
  });
}

/**
 * Kills a child of its own at each point, one after the other on each stage, lets a worker recover,
 * and compares the end with that of an undisturbed run.
 *
 * What was left behind by an earlier child as well, to the byte, is not recovered from once more.
 */
export async function killAtEach(
  bundle: Bundle,
  stages: readonly Stage[],
  points: readonly KillPoint[],
): Promise<{ failures: Failure[]; distinct: number }> {
  const failures: Failure[] = [];
  let distinct = 0;
  const left = [...points];
  await Promise.all(
    stages.map(async (stage, index) => {
      const faultsByLeft = new Map<string, string[]>();
      // From both ends, because neighbours leave the same behind.
      const next = () => (index % 2 === 0 ? left.shift() : left.pop());
      for (let point = next(); point !== undefined; point = next()) {
        const because = await faultsAfter(bundle, stage, point, faultsByLeft);
        if (because.length > 0) failures.push({ ...point, because });
      }
      distinct += faultsByLeft.size;
    }),
  );
  return { failures, distinct };
}

/** Lets a child stop its server at once; the child ends with an error then, or with its work done. */
export async function killServerAt(
  bundle: Bundle,
  stage: Stage,
  kill: NonNullable<ChildTask["kill"]> & { serverPid: number },
): Promise<void> {
  await runChild(bundle, taskOn(stage, kill)).catch(() => "failed");
}

async function faultsAfter(
  bundle: Bundle,
  stage: Stage,
  kill: KillPoint,
  faultsByLeft: Map<string, string[]>,
): Promise<string[]> {
  const ended = await runChild(bundle, taskOn(stage, kill));
  if (ended !== "killed") {
    await stage.reset();
    return ["it was not killed"];
  }
  await untilChildrenAreGone(stage.later);
  const left = JSON.stringify(await readEndState(stage.later.db));
  const known = faultsByLeft.get(left);
  const faults =
    known ?? faultsIn(await recover(stage.later, stage.scene.requestId), stage.undisturbed);
  faultsByLeft.set(left, faults);
  await stage.reset();
  return faults;
}

function taskOn(
  { scene: { databaseUrl, masterKey, filesFolder, requestId } }: Stage,
  kill: ChildTask["kill"],
): ChildTask {
  return { databaseUrl, masterKey, filesFolder, requestId, now: sceneTime.toISOString(), kill };
}
