import type { Bundle } from "./bundle";
import { faultsIn, recover } from "./recover";
import { runChild } from "./run-child";
import { sceneTime } from "./scene";
import type { Stage } from "./stage";

/** One way in which a killed run did not end as it has to. */
export type Failure = { killed: string; because: string };

/** The statements of a run that nobody kills. Leaves the stage as it was. */
export async function listStatements(bundle: Bundle, stage: Stage): Promise<string[]> {
  const report = await runChild(bundle, { ...taskOn(stage), kill: null });
  if (report === "killed") throw new Error("The child was killed, and not by us.");
  await stage.reset();
  return report.statements;
}

/**
 * Kills a child of its own around each statement, one after the other on each stage, lets a worker
 * recover, and compares the end with that of an undisturbed run.
 */
export async function killAtEach(
  bundle: Bundle,
  stages: readonly Stage[],
  statements: readonly string[],
  moment: "before" | "after",
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const points = statements.entries();
  await Promise.all(
    stages.map(async (stage) => {
      for (const [index, text] of points) {
        const because = await killAt(bundle, stage, { statement: index + 1, moment });
        if (because !== null) failures.push({ killed: `${moment} ${index + 1}: ${text}`, because });
      }
    }),
  );
  return failures;
}

async function killAt(
  bundle: Bundle,
  stage: Stage,
  kill: { statement: number; moment: "before" | "after" },
): Promise<string | null> {
  const ended = await runChild(bundle, { ...taskOn(stage), kill });
  const recovery = await recover(stage.later, stage.scene.requestId);
  await stage.reset();
  if (ended !== "killed") return "it was not killed";
  return faultsIn(recovery, stage.undisturbed).join("; ") || null;
}

function taskOn({ scene: { databaseUrl, masterKey, requestId } }: Stage) {
  return { databaseUrl, masterKey, requestId, now: sceneTime.toISOString() };
}
