import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundleChild } from "@/lib/testing/crash/bundle";
import { openStage, type Stage } from "@/lib/testing/crash/stage";
import { killAtEach, killPoints, listStatements } from "@/lib/testing/crash/sweep";

let bundle: Bundle;
let stages: [Stage, Stage];
beforeAll(async () => {
  bundle = await bundleChild();
  stages = [await openStage(), await openStage()];
});
afterAll(async () => {
  for (const stage of stages) await stage.close();
  await bundle.remove();
});

test("a worker killed before or after any statement leaves a run that ends as if it had not been", {
  timeout: 600_000,
}, async () => {
  const points = killPoints(await listStatements(bundle, stages[0]));
  expect(points.length).toBeGreaterThan(100);

  const { failures, distinct } = await killAtEach(bundle, stages, points);

  expect(failures).toEqual([]);
  // As many at least as there are transactions: a run of which nothing was left would prove nothing.
  expect(distinct).toBeGreaterThan(20);
});
