import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { erasureRequests, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { differences } from "@/lib/testing/crash/differences";
import { readEndState } from "@/lib/testing/crash/end-state";
import { type EveryRow, readEveryRow } from "@/lib/testing/crash/every-row";
import {
  before,
  type InterruptedWorker,
  openInterruptedWorker,
  untilDoneOrBlocked,
} from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { ErasureError } from "../errors";
import { placeHold } from "../place-hold";
import { recoverRuns } from "../recover-runs";
import { releaseHold } from "../release-hold";

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

test.for<["begin" | "commit"]>([["begin"], ["commit"]])(
  "a hold that comes before any %s stops the run there, and released lets it end as if there had been none",
  {
    timeout: 300_000,
  },
  async ([text]) => {
    const faults: Record<string, string[]> = {};
    for (let k = 1; ; k++) {
      const found = await faultsWhenHeld(before(text, k));
      if (found === "over") break;
      if (found.length > 0) faults[`${text} ${k}`] = found;
      await stage.reset();
    }
    expect(faults).toEqual({});
  },
);

/** @returns what was not as it has to be; `over` when the run ends before that moment comes. */
async function faultsWhenHeld(at: ReturnType<typeof before>): Promise<string[] | "over"> {
  const { later, scene, undisturbed } = stage;
  const operator = { ...later.ctx, actor: { type: "operator" as const, userId: newId() } };
  const held: { state?: string; rows?: EveryRow; placing?: Promise<string | null> } = {};
  const run = await worker.run({
    at,
    async act() {
      held.state = await requestState();
      await later.db.execute(sql`delete from pgboss.job where name = 'advance-run'`);
      held.placing = placeHold(operator, {
        subjectKind: "workspace",
        subjectId: scene.doomed.id,
        basis: "GDPR 17(3)(e)",
        reference: "Case 7",
        expiresAt: null,
      }).then(
        async ({ holdId }) => {
          held.rows = await readEveryRow(later);
          return holdId;
        },
        async (error) => {
          // With its last row a workspace is gone, and there is nothing that a hold could keep.
          if (await later.db.$count(workspaces, eq(workspaces.id, scene.doomed.id))) throw error;
          if (!(error instanceof ErasureError) || error.code !== "not_found") throw error;
          return null;
        },
      );
      await untilDoneOrBlocked(later, held.placing);
    },
  });
  if (!run.wasInterrupted || held.placing === undefined) return "over";
  const holdId = await held.placing;
  const found: string[] = [];
  if (run.outcome !== "finished") found.push(`the worker ended with ${run.outcome}`);

  if ((await requestState()) === "on_hold" && holdId !== null) {
    found.push(...differences(await readEveryRow(later), held.rows, "since the hold"));
    if ((await recoverRuns(later.ctx)) !== 0) found.push("it was requeued while it was held");
    if ((await jobs()) !== 0) found.push("a job was enqueued while it was held");
    await releaseHold(operator, { holdId });
    if ((await jobs()) !== 1) found.push("no job was enqueued when it was released");
    await later.finish(scene.requestId);
  } else if (held.state === "scheduled") {
    found.push("it was not held");
  } else if ((await jobs()) > 0) {
    // A run that was taken from its worker is asked for in the queue, and goes on from there.
    await later.finish(scene.requestId);
  }
  const end = await readEndState(later);
  const transitions = end.transitions.filter(({ from, to }) => ![from, to].includes("on_hold"));
  found.push(...differences({ ...end, transitions }, undisturbed));
  return found;
}

async function requestState(): Promise<string> {
  const [request] = await stage.later.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, stage.scene.requestId));
  return request?.state ?? "gone";
}

async function jobs(): Promise<number> {
  const waiting = await stage.later.sql`select id from pgboss.job where name = 'advance-run'`;
  return waiting.length;
}
