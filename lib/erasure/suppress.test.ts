import { sql } from "drizzle-orm";
import { suppressionEntries } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { suppress } from "./suppress";

test("a stop is kept of each of many, and its latest moment", async ({ db, system }) => {
  const { id: workspaceId } = await createWorkspace(db, { contacts: 0 });
  const before = await db.$count(suppressionEntries);
  const phones = Array.from({ length: 14_000 }, (_, at) => `+49151${10_000_000 + at}`);
  const [earlier, later] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-02-01T00:00:00Z")];
  for (const at of [later, earlier]) {
    await db.transaction((tx) => suppress(tx, system, { workspaceId, phones, at }));
  }
  expect((await db.$count(suppressionEntries)) - before).toBe(14_000);
  const isLater = sql`workspace_id = ${workspaceId} and created_at = ${later.toISOString()}`;
  expect(await db.$count(suppressionEntries, isLater)).toBe(14_000);
});
