import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { erasureRequests, erasureSteps } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { differences } from "@/lib/testing/crash/differences";
import { difference, readEveryRow } from "@/lib/testing/crash/every-row";
import {
  type InterruptedWorker,
  openInterruptedWorker,
  untilDoneOrBlocked,
} from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
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

/** Prime, so that every kind of statement is met somewhere. */
const stride = 23;

describe("two runs on one subject", () => {
  test("asked for under two digests: one takes the workspace, the other finds nothing", {
    timeout: 120_000,
  }, async () => {
    const faults = await faultsWithAnother("workspace", stage.scene.doomed.id, (states) =>
      differences(Object.values(states).sort(), ["completed_with_retentions", "refused"]),
    );
    expect(faults).toEqual({});
  });

  test("a workspace and the account of one of its members: each row goes once", {
    timeout: 120_000,
  }, async () => {
    const faults = await faultsWithAnother("account", stage.scene.doomed.agentId, (states) =>
      states.other === "completed" || states.other === "completed_with_retentions"
        ? differences(states.scene, "completed_with_retentions")
        : differences(states, { scene: "completed_with_retentions", other: "refused" }),
    );
    expect(faults).toEqual({});
  });
});

/** Starts another request's run while the scene's waits at one statement after the other. */
async function faultsWithAnother(
  kind: "workspace" | "account",
  subjectId: string,
  faultsIn: (states: { scene: string; other: string }) => string[],
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (let at = 1; ; at += stride) {
    const otherId = await schedule(kind, subjectId);
    let other: Promise<unknown> = Promise.resolve();
    const run = await worker.run({
      at: ({ statement, moment }) => statement === at && moment === "before",
      async act() {
        other = stage.later.finish(otherId);
        await untilDoneOrBlocked(stage.later, other);
      },
    });
    if (!run.wasInterrupted) return faults;
    const outcome = await other.catch(String);
    await finishAll(otherId);

    const found = faultsIn({
      scene: await stateOf(stage.scene.requestId),
      other: await stateOf(otherId),
    });
    found.push(...(await miscounts(kind)));
    if (run.outcome !== "finished") found.push(`the scene's worker ended with ${run.outcome}`);
    if (outcome !== "finished") found.push(`the other worker ended with ${outcome}`);
    if (found.length > 0) faults[`at ${at}`] = found;
    await stage.reset();
  }
}

async function schedule(kind: "workspace" | "account", subjectId: string): Promise<string> {
  const id = newId();
  const at = stage.scene.now();
  await stage.later.db.insert(erasureRequests).values({
    id,
    confirmationCode: stage.later.ctx.newConfirmationCode(),
    channel: "operator",
    requesterKind: "operator",
    subjectKind: kind,
    subjectDigest: id,
    subjectId,
    state: "scheduled",
    policyProfile: "default",
    policyVersion: "1",
    receivedAt: at,
    acknowledgeBy: at,
    dueAt: at,
  });
  return id;
}

/** As the worker's sweep does, until nothing is left that could advance. */
async function finishAll(otherId: string): Promise<void> {
  const { later, scene } = stage;
  for (let sweeps = 0; sweeps < 5 && (await recoverRuns(later.ctx)) > 0; sweeps++) {
    await later.finish(scene.requestId);
    await later.finish(otherId);
  }
}

async function stateOf(id: string): Promise<string> {
  const [request] = await stage.later.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, id));
  return request?.state ?? "gone";
}

/** Where the steps of all runs together have counted other rows than are gone. */
async function miscounts(other: "workspace" | "account"): Promise<string[]> {
  const { gone, added } = difference(stage.before, await readEveryRow(stage.later));
  const steps = await stage.later.db
    .select()
    .from(erasureSteps)
    .where(eq(erasureSteps.action, "erase"));
  const counted: Record<string, number> = {};
  for (const { tableName, doneRows } of steps) {
    if (doneRows > 0) counted[tableName] = (counted[tableName] ?? 0) + doneRows;
  }
  // What an account comes in with ends when it is frozen, before its run: no step counts that one.
  const ended = (gone.sessions ?? 0) - (counted.sessions ?? 0);
  if (other === "account" && ended === 1) counted.sessions = gone.sessions ?? 0;
  const undisturbed = difference(stage.before, stage.undisturbed.rows).gone;
  return [
    ...differences(counted, gone, "counted"),
    ...differences(gone, undisturbed, "gone"),
    ...differences(added, {}, "added"),
  ];
}
