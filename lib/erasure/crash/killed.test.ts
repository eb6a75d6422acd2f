import { randomInt } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundleChild } from "@/lib/testing/crash/bundle";
import type { ChildReport } from "@/lib/testing/crash/child-task";
import { killPoints } from "@/lib/testing/crash/kill-points";
import { openStages, type Stage } from "@/lib/testing/crash/stage";
import { type FaultsByLeft, killAtAwaits, killAtEach, watchRun } from "@/lib/testing/crash/sweep";

/** Each has a worker in every child: one process more is one server's connection or two. */
const workersInChild = 12;

/** For a dozen databases to be made, or to be dropped. */
const stagesMilliseconds = 180_000;

let bundle: Bundle;
let stages: Stage[];
/** A run that nobody killed. */
let whole: ChildReport;
const faultsByLeft: FaultsByLeft = new Map();

/** Of some thousands; others each time. */
const killsAtAwaits = 40;

beforeAll(async () => {
  bundle = await bundleChild();
  stages = await openStages(workersInChild);
  const [stage] = stages;
  if (stage === undefined) throw new RangeError("There is no stage.");
  whole = await watchRun(bundle, stage);
}, stagesMilliseconds);
afterAll(async () => {
  for (const stage of stages) await stage.close();
  await bundle.remove();
}, stagesMilliseconds);

test("a worker killed before or after any statement leaves a run that ends as if it had not been", {
  timeout: 1_200_000,
}, async () => {
  const points = killPoints(whole.statements);
  expect(points.length).toBeGreaterThan(400);

  expect(await killAtEach(bundle, stages, points, faultsByLeft)).toEqual([]);

  // As many at least as there are transactions: a run of which nothing was left would prove nothing.
  expect(faultsByLeft.size).toBeGreaterThan(20);
});

/** One has left behind what no kill at a statement had; its recovery ended as it has to, too. */
test("a worker killed at any await, by chance, leaves a run that ends as if it had not been", {
  timeout: 300_000,
}, async () => {
  const seed = Number(process.env.AWAIT_SEED ?? randomInt(2 ** 31));
  const awaits = oneOfEachPart(whole.awaits, killsAtAwaits, seed);

  const { failures, killed } = await killAtAwaits(bundle, stages.slice(0, 3), awaits, faultsByLeft);

  expect(failures, `AWAIT_SEED=${seed}`).toEqual([]);
  expect(killed, `AWAIT_SEED=${seed}`).toBeGreaterThan(killsAtAwaits * 0.9);
});

/** One number of each of so many equal parts of 1 to `last`, by chance. */
function oneOfEachPart(last: number, parts: number, seed: number): number[] {
  const share = last / parts;
  return fc
    .sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { numRuns: parts, seed })
    .map((chance, part) => 1 + Math.floor((part + chance) * share));
}
