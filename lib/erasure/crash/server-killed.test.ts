import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundleChild } from "@/lib/testing/crash/bundle";
import { type CrashingServer, startCrashingServer } from "@/lib/testing/crash/crashing-server";
import { readEndState } from "@/lib/testing/crash/end-state";
import { faultsIn, recover } from "@/lib/testing/crash/recover";
import { openStage, reopenStage, type Stage } from "@/lib/testing/crash/stage";
import { killServerAt, watchRun } from "@/lib/testing/crash/sweep";

let bundle: Bundle;
let server: CrashingServer;
let stage: Stage;
beforeAll(async () => {
  bundle = await bundleChild();
  server = await startCrashingServer();
  stage = await openStage(server.url);
});
afterAll(async () => {
  await stage.close();
  await server.remove();
  await bundle.remove();
});

test("a server that is stopped at once, and recovers, has lost no row without its record", {
  timeout: 180_000,
}, async () => {
  const { statements } = await watchRun(bundle, stage);
  const commits = numbersOf(statements, (text) => text === "commit");
  const changes = numbersOf(statements, (text) => /^(delete|update)/.test(text));
  const points = [
    ...some(commits, 3).map((statement) => ({ statement, moment: "before" as const })),
    ...some(commits, 4).map((statement) => ({ statement, moment: "during" as const })),
    ...some(commits, 6).map((statement) => ({ statement, moment: "after" as const })),
    ...some(changes, 4).map((statement) => ({ statement, moment: "during" as const })),
  ];

  const faults: Record<string, string[]> = {};
  const states = new Set<string>();
  for (const [at, { statement, moment }] of points.entries()) {
    const stop = { statement, moment };
    await killServerAt(bundle, stage, { pid: server.pid, stop, isFlushed: at % 2 === 0 });
    server = await server.restart();
    stage = await reopenStage(stage, server.url);
    states.add(JSON.stringify((await readEndState(stage.later)).steps));

    const found = faultsIn(await recover(stage.later, stage.scene.requestId), stage.undisturbed);
    if (found.length > 0) faults[`${moment} ${statement}`] = found;
    await stage.reset();
  }
  expect(faults).toEqual({});
  expect(states.size).toBeGreaterThan(5);
});

function numbersOf(
  statements: readonly { text: string }[],
  isMeant: (text: string) => boolean,
): number[] {
  return statements.flatMap(({ text }, index) => (isMeant(text.trim()) ? [index + 1] : []));
}

/** So many of a list, spread evenly over it. */
function some(numbers: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, at) =>
    numbers.at(Math.floor(((at + 0.5) * numbers.length) / count)),
  ).flatMap((number) => number ?? []);
}
