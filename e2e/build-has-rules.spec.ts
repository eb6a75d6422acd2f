import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { actionRules, routeRules } from "@/lib/testing/entry-point-rules";
import { expect, test } from "./fixtures/test";

const built = path.resolve(import.meta.dirname, "../.next/server");

const AppPaths = z.record(z.string(), z.string());
const Actions = z.record(z.string(), z.object({ filename: z.string() }));
const ServerReferences = z.object({ node: Actions, edge: Actions });

/** Files that are served as they are: the build makes a route of each. */
const plainFiles = ["app/icon.svg/route"];

// The sources are held to the rules where they stand, by a test of their own; here it is what was made of
// them, so that nothing gets into the build by a way which that test does not look at.
test("the build has no route and no server action without a rule of who may call it", () => {
  const routes = Object.keys(read("app-paths-manifest.json", AppPaths))
    .map((route) => `app${route}`)
    .filter((route) => route.endsWith("/route") && !plainFiles.includes(route));
  expect(routes.map((route) => `${route}.ts`).sort()).toEqual(Object.keys(routeRules).sort());

  const { node, edge } = read("server-reference-manifest.json", ServerReferences);
  const actions = new Set(Object.values({ ...node, ...edge }).map(({ filename }) => filename));
  expect([...actions].sort()).toEqual(Object.keys(actionRules).sort());
});

function read<Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> {
  return shape.parse(JSON.parse(readFileSync(path.join(built, name), "utf8")));
}
