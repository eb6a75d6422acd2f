import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundleChild } from "@/lib/testing/crash/bundle";
import { openStages, type Stage } from "@/lib/testing/crash/stage";
import { killAtEach, killPoints, listStatements } from "@/lib/testing/crash/sweep";

/** Each has a worker in every child: one process more is one server's connection or two. */
const workersInChild = 12;

/** For a dozen databases to be made, or to be dropped. */
const stagesMilliseconds = 180_000;

let bundle: Bundle;
let stages: Stage[];
beforeAll(async () => {
  bundle = await bundleChild();
  stages = await openStages(workersInChild);
}, stagesMilliseconds);
afterAll(async () => {
  for (const stage of stages) await stage.close();
  await bundle.remove();
}, stagesMilliseconds);

test("a worker killed before or after any statement leaves a run that ends as if it had not been", {
  timeout: 1_200_000,
}, async () => {
  const [stage] = stages;
  if (stage === undefined) throw new RangeError("There is no stage.");
  const points = killPoints(await listStatements(bundle, stage));
  expect(points.length).toBeGreaterThan(400);

  const { failures, distinct } = await killAtEach(bundle, stages, points);

  expect(failures).toEqual([]);
  // As many at least as there are transactions: a run of which nothing was left would prove nothing.
  expect(distinct).toBeGreaterThan(20);
});
