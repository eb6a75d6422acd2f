import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { expect, test } from "@/lib/testing/shop-test";
import { type AnyErasureMap, findGaps, makePlan, readCatalog } from ".";
import { draftMap } from "./guess-draft";
import { guessMap } from "./guess-map";
import { readGuessTables } from "./guess-tables";
import * as shop from "./testing/shop";

describe("the draft for the shop platform, from its catalog alone,", () => {
  test("is a map that the engine takes: nothing left out, and a plan", async ({ db }) => {
    const { erasureMap, subjectKinds } = await load(
      draftMap(guessMap(await readGuessTables(db)), "public"),
    );
    expect(subjectKinds).toEqual(["shop"]);
    expect(findGaps(shop, erasureMap, subjectKinds, await readCatalog(db))).toEqual([]);

    const plan = makePlan(shop, erasureMap, { kind: "shop", keys: { shopId: "s" } });

    const steps = plan.steps.map(({ action, table }) => `${action} ${table.name}`);
    expect(steps.at(-1)).toBe("erase shops");
    expect(steps).toEqual(
      expect.arrayContaining([
        "erase events",
        "erase newsletter_signups",
        "erase order_lines",
        "erase shop_customers",
        "retain invoices",
      ]),
    );
    expect(steps.filter((step) => / customers$/.test(step))).toEqual([]);
  });

  test("sees the parts of keys and types that a name does not tell", async ({ db }) => {
    const tables = new Map((await readGuessTables(db)).map((table) => [table.name, table]));
    expect(tables.get("order_lines")?.primaryKey).toEqual(["shop_id", "order_number", "line"]);
    expect(tables.get("order_lines")?.foreignKeys).toContainEqual(
      expect.objectContaining({
        columns: ["shop_id", "sku"],
        parent: "products",
        parentColumns: ["shop_id", "sku"],
      }),
    );
    expect(tables.get("customers")?.columns).toContainEqual({
      name: "former_emails",
      type: "text[]",
      isNullable: false,
      canBeWritten: true,
    });
    expect(tables.has("events_2026_01")).toBe(false);
  });
});

/** Runs a draft as the module that it is. */
async function load(
  source: string,
): Promise<{ erasureMap: AnyErasureMap; subjectKinds: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "lethe-draft-"));
  try {
    const file = join(folder, "erasure-map.ts");
    await writeFile(file, source);
    return await import(/* @vite-ignore */ file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
