import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { differences } from "@/lib/testing/crash/differences";
import { readEndState } from "@/lib/testing/crash/end-state";
import { interruptedRun, untilDoneOrBlocked } from "@/lib/testing/crash/interrupted-run";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { ErasureError } from "../errors";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

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
  const first = await interruptedRun(stage, {
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

  const found = differences(await readEndState(later.db), undisturbed);
  if (first.outcome !== "finished" && !isRefusal(first.outcome)) {
    found.push(`the first worker ended with ${first.outcome}`);
  }
  return found;
}

/** Who is late to close a run is told so. */
function isRefusal(outcome: unknown): boolean {
  return outcome instanceof ErasureError && outcome.code === "wrong_state";
}

test("workers that each stop in the middle and wake when all is over change nothing more", {
  timeout: 60_000,
}, async () => {
  const outcomes = await chain(0);

  expect(differences(await readEndState(stage.later.db), stage.undisturbed)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(5);
  for (const outcome of outcomes) {
    if (outcome !== "finished") expect(isRefusal(outcome), String(outcome)).toBe(true);
  }
});

/** Each worker gets a batch further, and is then asleep until all that came after it have ended. */
async function chain(depth: number): Promise<unknown[]> {
  const minutes = depth * 60_000;
  let later: unknown[] = [];
  let commits = 0;
  const now = () => new Date(stage.scene.now().getTime() + minutes);
  const scene = { ...stage.scene, now };
  const { outcome } = await interruptedRun(
    { ...stage, scene },
    {
      at({ text, moment }) {
        if (moment === "after" && text.trim().startsWith('update "erasure_steps"')) commits += 1;
        return commits === 2 && moment === "before" && text.trim() === "begin";
      },
      act: async () => {
        later = await chain(depth + 1);
      },
    },
  );
  return [...later, outcome];
}
