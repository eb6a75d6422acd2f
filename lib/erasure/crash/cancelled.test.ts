import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/db/schema/columns";
import { differences } from "@/lib/testing/crash/differences";
import { readEndState } from "@/lib/testing/crash/end-state";
import {
  before,
  type InterruptedWorker,
  openInterruptedWorker,
  untilDoneOrBlocked,
} from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { cancelRequest } from "../cancel-request";
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

test.for<["begin" | "commit"]>([["begin"], ["commit"]])(
  "a cancellation that comes before any %s gives everything back, or is refused and changes nothing",
  {
    timeout: 120_000,
  },
  async ([text]) => {
    const faults: Record<string, string[]> = {};
    for (let k = 1; ; k++) {
      const { outcome, found } = await whenCancelled(before(text, k));
      if (outcome === "over") break;
      if (!["cancelled", "wrong_state"].includes(outcome)) found.push(`it was ${outcome}`);
      if (found.length > 0) faults[`${text} ${k}`] = found;
      await stage.reset();
    }
    expect(faults).toEqual({});
  },
);

/** What became of a cancellation, and what was not as it has to be. */
async function whenCancelled(
  at: ReturnType<typeof before>,
): Promise<{ outcome: string; found: string[] }> {
  const { later, scene, undisturbed } = stage;
  const operator = { ...later.ctx, actor: { type: "operator" as const, userId: newId() } };
  let cancelling: Promise<string> | undefined;
  const run = await worker.run({
    at,
    async act() {
      cancelling = cancelRequest(operator, { requestId: scene.requestId }).then(
        () => "cancelled",
        (error: unknown) => (error instanceof ErasureError ? error.code : String(error)),
      );
      await untilDoneOrBlocked(later, cancelling);
    },
  });
  if (!run.wasInterrupted || cancelling === undefined) return { outcome: "over", found: [] };
  const outcome = await cancelling;
  const found: string[] = [];
  if (run.outcome !== "finished") found.push(`the worker ended with ${run.outcome}`);
  const end = await readEndState(later);
  if (outcome === "cancelled") {
    found.push(...differences(end.rows, stage.before));
    found.push(...differences(end.requests[0]?.state, "cancelled"));
    found.push(...differences([end.runs, end.steps], [[], []]));
  } else {
    found.push(...differences(end, undisturbed));
  }
  return { outcome, found };
}
