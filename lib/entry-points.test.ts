import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionRules, actsOf, routeRules } from "./testing/entry-point-rules";
import { type EntryPoint, readActions, readRoute } from "./testing/entry-points";

const root = join(import.meta.dirname, "..");

/** Who is signed in may still not be who may: the rest is asked by name, there or by the guard. */
const asksByTable = new Set<string>(["workspaceAction", "operatorAction", "currentUser"]);

test("every server action asks first who is calling, as the table says", async () => {
  const actions = new Map<string, EntryPoint>();
  for (const [file, text] of await filesOf("{app,components,lib}/**/*.{ts,tsx}")) {
    const found = readActions(file, text);
    if (found !== null) actions.set(file, found);
  }
  expect(Object.fromEntries([...actions].map(([file, { guards }]) => [file, guards]))).toEqual(
    guardsIn(actionRules),
  );

  const bare = [...actions].filter(([, { areAllWrapped }]) => !areAllWrapped);
  const unexplained = bare.filter(([file]) => actionRules[file]?.because === undefined);
  expect(unexplained.map(([file]) => file)).toEqual([]);
});

test("every route asks first who is calling, as the table says", async () => {
  const routes = await filesOf("app/**/route.{ts,tsx}");
  expect(
    Object.fromEntries(routes.map(([file, text]) => [file, readRoute(file, text).guards])),
  ).toEqual(guardsIn(routeRules));

  const open = Object.entries(routeRules).filter(([, { guards }]) => guards.length === 0);
  expect(open.filter(([, { because }]) => because === undefined)).toEqual([]);
});

test("what an entry point asks the table of acts is what its row says that it does", async () => {
  const files = await filesOf("{app,components,lib}/**/*.{ts,tsx}");
  const entryPoints = files.flatMap(([file, text]): [string, EntryPoint][] => {
    const found = file in routeRules ? readRoute(file, text) : readActions(file, text);
    return found === null ? [] : [[file, found]];
  });
  for (const [file, { guards, asks }] of entryPoints) {
    const rule = actionRules[file] ?? routeRules[file];
    expect(rule && actsOf(rule), file).toEqual(expect.arrayContaining(asks));
    const isAsked = asks.length > 0 || !guards.some((guard) => asksByTable.has(guard));
    expect(isAsked || rule?.because, `${file} asks nothing`).toBeTruthy();
  }
});

test("an action outside the guards, beside them, or inside another module is seen", () => {
  const wrapped = `"use server"; export const act = accountAction(Input, async () => {});`;
  expect(readActions("a.ts", wrapped)).toEqual({
    guards: ["accountAction"],
    asks: [],
    areAllWrapped: true,
  });
  const asking = `"use server"; export const act = operatorAction("place_hold", Input, place);`;
  expect(readActions("a.ts", asking)).toMatchObject({ asks: ["place_hold"] });

  for (const bare of [
    `"use server"; export async function act() {}`,
    `"use server"; export const act = async () => {};`,
    `"use server"; export default accountAction(Input, act);`,
    `${wrapped} export async function another() {}`,
  ]) {
    expect(readActions("a.ts", bare)).toMatchObject({ areAllWrapped: false });
  }
  const inside = `export function Page() { async function act() { "use server"; } }`;
  expect(() => readActions("page.tsx", inside)).toThrowError("page.tsx");
  expect(readActions("page.tsx", `export function Page() {}`)).toBeNull();
});

function guardsIn(rules: typeof actionRules): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(rules).map(([file, { guards }]) => [file, guards]));
}

async function filesOf(pattern: string): Promise<[file: string, text: string][]> {
  const files: [string, string][] = [];
  for await (const path of glob(pattern, { cwd: root })) {
    files.push([path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]);
  }
  return files;
}
