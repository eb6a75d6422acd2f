import { loadPage } from "../scripts/bench/pages/load-page";
import { postAsMeta, readAnswer } from "./fixtures/meta";
import { expect, test } from "./fixtures/test";

/** Kilobytes over the wire that a page may have. Times are for `npm run bench -- pages`: here they are chance. */
const budgets: readonly [page: string, budget: { scriptKb: number; allKb: number }][] = [
  ["/en/data-deletion", { scriptKb: 225, allKb: 340 }],
  ["/ar/data-deletion", { scriptKb: 225, allKb: 510 }],
  ["/en/data-deletion/verify", { scriptKb: 175, allKb: 275 }],
  ["/en/data-deletion/receipt", { scriptKb: 180, allKb: 280 }],
  ["/sign-in", { scriptKb: 220, allKb: 315 }],
];

/** Core Web Vitals call it good up to here. */
const mostShift = 0.1;

for (const [path, budget] of budgets) {
  test(`on a slow telephone ${path} is light, and keeps still as it comes`, async ({
    browser,
    demo,
  }) => {
    expectLight(await loadPage(browser, `${demo.appUrl}${path}`), budget);
  });
}

test("and so is the page that shows where a request stands", async ({ browser, demo, request }) => {
  const [secret = ""] = demo.metaAppSecrets;
  const asked = await postAsMeta(request, "/api/meta/data-deletion", { userId: "88", secret });
  const { url } = await readAnswer(asked);
  expectLight(await loadPage(browser, url), { scriptKb: 178, allKb: 275 });
});

function expectLight(
  load: Awaited<ReturnType<typeof loadPage>>,
  { scriptKb, allKb }: { scriptKb: number; allKb: number },
): void {
  expect(load.scriptKb).toBeLessThan(scriptKb);
  expect(load.scriptKb, "something was counted").toBeGreaterThan(100);
  expect(load.allKb).toBeLessThan(allKb);
  expect(load.cls).toBeLessThanOrEqual(mostShift);
}
