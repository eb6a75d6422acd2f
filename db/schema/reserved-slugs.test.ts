import { globSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "@/lib/testing/database-test";
import { workspaces } from ".";
import { reservedSlugs } from "./reserved-slugs";

const app = path.join(import.meta.dirname, "../../app");

/** The first parts of the addresses that the app's pages and routes have. */
function firstSegments(): string[] {
  const routes = globSync("**/{page.tsx,route.ts}", { cwd: app });
  const segments = routes.map((route) =>
    path
      .dirname(route)
      .split(path.sep)
      .find((segment) => !/^(\(.*\)|\.)$/.test(segment)),
  );
  return [...new Set(segments)].flatMap((segment) =>
    segment === undefined || /^[[.]/.test(segment) ? [] : [segment],
  );
}

test("no page of the app can be hidden by a workspace, or hide one", () => {
  const segments = firstSegments();
  expect(segments).toContain("api");
  expect(reservedSlugs).toEqual(expect.arrayContaining(segments));
});

test("a workspace by a reserved name is refused by the database", async ({ db }) => {
  for (const slug of reservedSlugs) {
    await expect(db.insert(workspaces).values({ slug, name: "Page" })).rejects.toMatchObject({
      cause: { constraint_name: "workspaces_slug_not_reserved" },
    });
  }
  expect(await db.select({ one: sql`1` }).from(workspaces)).toEqual([]);
});
