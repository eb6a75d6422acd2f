import fc from "fast-check";
import { describe } from "vitest";
import { emptyShop, expect, type ShopDb, test } from "@/lib/testing/shop-test";
import type { Subject } from ".";
import { anyShops, anySubject } from "./testing/any-shops";
import { expectRows } from "./testing/expect-outcome";
import { purgedAt } from "./testing/outcome";
import { shopPlan } from "./testing/purge";
import { purgePlan } from "./testing/purge-plan";
import { type AllRows, readRows } from "./testing/read-rows";
import { rehearse } from "./testing/rehearse";
import * as shop from "./testing/shop";
import { customerEmail, customerId, shopId, writeShopGraph } from "./testing/shop-graph";
import { isHeld, referredToBy } from "./testing/shop-held";
import { shopMap } from "./testing/shop-map";
import { shopFates, shopOutcome } from "./testing/shop-outcome";
import { smallShops } from "./testing/small-shops";
import { withhold } from "./withhold";

const closingShop: Subject = { kind: "shop", keys: { shopId: shopId(0) } };
const customer = (at: number): Subject => ({
  kind: "customer",
  keys: { customerId: customerId(at), email: customerEmail(at) },
});

describe("what is withheld from a purge stays, and everything else goes", () => {
  test("one customer of a closing shop: their rows, and what those refer to", async ({ db }) => {
    await writeShopGraph(db, smallShops);

    const left = await purgeExcept(db, closingShop, { subject: customer(0), category: null });

    const ofShop = (table: string) => left[table]?.filter((row) => row.shop_id === shopId(0)) ?? [];
    for (const table of ["events", "shop_customers"]) {
      const customers = ofShop(table).map((row) => row.customer_id);
      expect(new Set(customers), table).toEqual(new Set([customerId(0)]));
    }
    // One of their tickets is about somebody else's order, and reviews may answer others': those stay.
    expect(ofShop("orders")).toHaveLength(4);
    expect(ofShop("product_categories")).toEqual([]);
    expect(ofShop("categories")).toEqual([]);
    expect(ofShop("products").length).toBe(4);
    expect(left.shops).toHaveLength(2);
  });

  test("a customer whose review answers one that would go: both stay as they are", async ({
    db,
  }) => {
    const nothing = { categories: [], orders: [], tickets: [], invoices: [], events: [] };
    const reviews = [
      { product: 0, customer: 3, answers: null },
      { product: 0, customer: 0, answers: 0 },
    ];
    const product = { categories: [], suggestedBy: null, photographedBy: null, watchedBy: [] };
    await writeShopGraph(db, {
      customers: Array.from({ length: 4 }, () => ({ referredBy: null })),
      shops: [
        { ...nothing, customers: [], products: [product], reviews, signups: [], activity: [] },
      ],
    });
    const before = await readRows(db, shop);

    const left = await purgeExcept(db, customer(3), { subject: customer(0), category: null });

    expect(before.reviews).toHaveLength(2);
    expect(left.reviews).toEqual(before.reviews);
  });

  test("what a closing shop keeps on record as it is stays so while it is held, whoever it names", async ({
    db,
  }) => {
    await writeShopGraph(db, smallShops);
    const before = await readRows(db, shop);
    const ofHeld = (rows: AllRows) => rows.activity?.filter((row) => row.shop_id === shopId(0));

    const left = await purgeExcept(db, customer(0), { subject: closingShop, category: null });
    expect(ofHeld(before)?.some((row) => row.customer_id === customerId(0))).toBe(true);
    expect(ofHeld(left)).toEqual(ofHeld(before));

    await purgePlan(db, shopPlan(customer(0)), { maxRows: 2, now: new Date(purgedAt) });
    expect(ofHeld(await readRows(db, shop))).not.toEqual(ofHeld(before));
  });

  test("one category: its tables, and the few that they refer to", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const before = await readRows(db, shop);

    const left = await purgeExcept(db, closingShop, { subject: closingShop, category: "orders" });

    for (const table of ["orders", "order_lines", "products", "shops"]) {
      expect(left[table], table).toEqual(before[table]);
    }
    for (const table of ["reviews", "events", "categories", "support_tickets", "shop_customers"]) {
      expect(
        left[table]?.filter((row) => row.shop_id === shopId(0)),
        table,
      ).toEqual([]);
    }
  });

  test("somebody of whom there is nothing keeps nothing back", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const plan = shopPlan(closingShop);

    for (const withholding of [
      { subject: customer(7), category: null },
      { subject: { kind: "shop", keys: { shopId: shopId(1) } }, category: "orders" },
    ]) {
      const withheld = await withhold(db, plan, [withholding], ["products"]);
      expect(withheld.effective).toEqual([]);
      expect(withheld.plan.steps).toHaveLength(plan.steps.length);
    }
  });

  test("tables to be kept beside anything stay beside it", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const events = { subject: closingShop, category: "activity" };

    const { plan, effective } = await withhold(
      db,
      shopPlan(closingShop),
      [{ subject: customer(7), category: null }, events],
      ["categories"],
    );

    expect(effective).toEqual([1]);
    const tables = new Set(plan.steps.map(({ table }) => table.name));
    expect(tables.has("categories")).toBe(false);
    expect(tables.has("products")).toBe(true);
  });

  test("whoever is erased, and whoever is withheld from it", { timeout: 180_000 }, async ({
    db,
  }) => {
    const anyCategory = fc.constantFrom(null, ...Object.values(shopMap).map((one) => one.category));
    const anyCase = fc.record({
      graph: anyShops,
      erased: anySubject,
      held: anySubject,
      category: anyCategory,
      maxRows: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(anyCase, ({ graph, erased, held, category, maxRows }) =>
        rehearse(db, async (tx) => {
          await writeShopGraph(tx, graph);
          const before = await readRows(tx, shop);
          const outcome = shopOutcome(before, erased);
          const now = new Date(purgedAt);

          const { plan } = await withhold(tx, shopPlan(erased), [{ subject: held, category }]);
          await purgePlan(tx, plan, { maxRows, now });

          expectOnlyHeldLeft(before, await readRows(tx, shop), { erased, held, category });
          await purgePlan(tx, shopPlan(erased), { maxRows, now });
          expectRows(await readRows(tx, shop), outcome);
        }),
      ),
      { numRuns: 25, interruptAfterTimeLimit: 120_000 },
    );
    await emptyShop(db);
  });
});

async function purgeExcept(
  db: ShopDb,
  erased: Subject,
  withholding: Parameters<typeof withhold>[2][number],
): Promise<AllRows> {
  const { plan } = await withhold(db, shopPlan(erased), [withholding]);
  await purgePlan(db, plan, { maxRows: 2, now: new Date(purgedAt) });
  return await readRows(db, shop);
}

/** Held rows lie where they lay; of the others, all have met their fate where nothing held refers to. */
function expectOnlyHeldLeft(
  before: AllRows,
  after: AllRows,
  what: Parameters<typeof isHeld>[1],
): void {
  const held = isHeld(before, what);
  const fates = shopFates(before, what.erased);
  const heldTables = new Set<string>();
  for (const [table, rows] of Object.entries(before)) {
    for (const row of rows) {
      if (!held(table, row)) continue;
      expect(after[table], `held in ${table}`).toContainEqual(row);
      const fate = fates[table];
      if (fate !== undefined && fate(row) !== row) heldTables.add(table);
    }
  }
  const referredTo = referredToBy(heldTables);
  for (const [table, rows] of Object.entries(before)) {
    const fate = fates[table];
    if (fate === undefined || referredTo.has(table)) continue;
    const left = (after[table] ?? []).map(({ at: _at, ...row }) => row);
    for (const row of rows) {
      const { at: _at, ...untouched } = row;
      if (!held(table, row) && fate(row) !== row) {
        expect(left, `gone from ${table}`).not.toContainEqual(untouched);
      }
    }
  }
}
