import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import {
  collectIdentifiers,
  countPlan,
  findGaps,
  findResidue,
  paced,
  readCatalog,
  runPlan,
  type Subject,
} from ".";
import { expectCounts, expectRows } from "./testing/expect-outcome";
import { memoryJournal } from "./testing/memory-journal";
import { purge, shopPlan } from "./testing/purge";
import { readRows } from "./testing/read-rows";
import * as shop from "./testing/shop";
import { customerEmail, customerId, shopId, writeShopGraph } from "./testing/shop-graph";
import { shopMap, shopSubjects } from "./testing/shop-map";
import { shopOutcome } from "./testing/shop-outcome";
import { smallShops } from "./testing/small-shops";

const closingShop: Subject = { kind: "shop", keys: { shopId: shopId(0) } };
const leavingCustomer: Subject = {
  kind: "customer",
  keys: { customerId: customerId(0), email: customerEmail(0) },
};
const subjects: [kind: string, subject: Subject][] = [
  ["shop", closingShop],
  ["customer", leavingCustomer],
];

describe("on a schema that is not ours", () => {
  test("the map has a verdict on all that the database holds", async ({ db }) => {
    expect(findGaps(shop, shopMap, shopSubjects, await readCatalog(db))).toEqual([]);
  });

  test("a shop's plan goes from children to parents, and lets go of its own references", () => {
    expect(stepsFor(closingShop)).toEqual([
      "retain activity",
      "erase events",
      "retain invoices",
      "erase newsletter_signups",
      "erase order_lines",
      "erase product_categories",
      "detach categories",
      "erase categories",
      "detach reviews",
      "erase reviews",
      "erase products",
      "erase shop_customers",
      "erase support_tickets",
      "erase orders",
      "erase shops",
    ]);
  });

  test("a customer's plan leaves the catalogue alone and ends with the customer", () => {
    expect(stepsFor(leavingCustomer)).toEqual([
      "retain activity",
      "erase events",
      "retain invoices",
      "erase newsletter_signups",
      "erase order_lines",
      "detach reviews",
      "erase reviews",
      "blank products",
      "erase shop_customers",
      "erase support_tickets",
      "erase orders",
      "detach customers",
      "erase customers",
    ]);
  });

  test.for(subjects)(
    "a %s goes, exactly, and every count is right",
    async ([, subject], { db }) => {
      await writeShopGraph(db, smallShops);
      const outcome = shopOutcome(await readRows(db, shop), subject);

      const purged = await purge(db, subject, { maxRows: 2 });

      expectRows(await readRows(db, shop), outcome);
      expectCounts(purged, outcome);
      expect(Object.entries(purged.planned).filter(([, rows]) => rows === 0)).toEqual([]);
      expect(purged.largestBatch).toBe(2);
    },
  );

  test("a row that a writer adds behind a batch goes too", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const plan = shopPlan(closingShop);
    const { db: journaled, journal } = memoryJournal(db, plan);
    const late = { shopId: shopId(0), occurredAt: "2026-01-01T00:00:00Z", id: 1, payload: {} };
    let written = 0;

    await runPlan(
      journaled,
      plan,
      {
        ...journal,
        async record(tx, results) {
          await journal.record(tx, results);
          const tables = results.map(({ ordinal }) => plan.steps[ordinal]?.table.name);
          if (!tables.includes("events") || written > 0) return;
          written += 1;
          await db.insert(shop.events).values(late);
        },
      },
      {
        governor: paced({ budgetMs: 1_000, minRows: 2, maxRows: 2 }),
        isFrozen: false,
        now: () => new Date(),
        shouldYield: () => false,
      },
    );

    expect(written).toBe(1);
    expect(await findResidue(db, plan, [])).toEqual([]);
  });

  test.for(subjects)("counting a %s changes nothing", async ([, subject], { db }) => {
    await writeShopGraph(db, smallShops);
    const before = await readRows(db, shop);

    await countPlan(db, shopPlan(subject));

    expect(await readRows(db, shop)).toEqual(before);
  });

  test.for(subjects)("purging a %s again does nothing", async ([, subject], { db }) => {
    await writeShopGraph(db, smallShops);
    await purge(db, subject, { maxRows: 3 });
    const before = await readRows(db, shop);

    const { done } = await purge(db, subject, { maxRows: 3 });

    expect(Object.values(done).filter((rows) => rows > 0)).toEqual([]);
    expect(await readRows(db, shop)).toEqual(before);
  });

  test.for(subjects)(
    "a %s leaves the same, killed in every transaction",
    async ([, subject], { db }) => {
      await writeShopGraph(db, smallShops);
      const outcome = shopOutcome(await readRows(db, shop), subject);
      const everyOther = Array.from({ length: 500 }, (_, at) => 2 * at + 1);

      const purged = await purge(db, subject, { maxRows: 2, crashesAt: everyOther });

      expect(purged.interruptions).toBeGreaterThan(15);
      expectRows(await readRows(db, shop), outcome);
      expectCounts(purged, outcome);
    },
  );

  test("a customer's identifiers are read from text, citext and arrays", async ({ db }) => {
    await writeShopGraph(db, smallShops);

    const identifiers = await collectIdentifiers(db, shopPlan(leavingCustomer), shopMap);

    expect(identifiers.toSorted()).toEqual([
      "+49300000000",
      "customer.0@example.test",
      "former.0@example.test",
      "zoë.0@example.test",
    ]);
  });

  test.for(subjects)(
    "verification finds nothing of a %s that is gone",
    async ([, subject], { db }) => {
      await writeShopGraph(db, smallShops);
      const identifiers = await collectIdentifiers(db, shopPlan(subject), shopMap);
      await purge(db, subject, { maxRows: 100 });

      expect(await findResidue(db, shopPlan(subject), identifiers)).toEqual([]);
    },
  );
});

describe("verification finds what a purge should not have left", () => {
  test.for<[what: string, plant: (db: ShopDb) => PromiseLike<unknown>, found: object]>([
    [
      "a row of a partitioned table",
      (db) => db.insert(shop.events).values({ ...ownEvent, occurredAt: "2026-02-14T00:00:00Z" }),
      { kind: "row", table: "events" },
    ],
    [
      "a row that only an address leads to, however it is written",
      (db) =>
        db
          .insert(shop.newsletterSignups)
          .values({ shopId: shopId(1), email: "Customer.0@Example.Test" }),
      { kind: "row", table: "newsletter_signups" },
    ],
    [
      "a reference that was to be blanked",
      (db) => db.update(shop.products).set({ suggestedBy: customerId(0) }),
      { kind: "unblanked", table: "products", column: "suggested_by" },
    ],
    [
      "a blanked column that is filled again",
      (db) => db.update(shop.activity).set({ ipAddress: "192.0.2.9" }),
      { kind: "unblanked", table: "activity", column: "ip_address" },
    ],
    [
      "an address in a text",
      (db) => db.update(shop.activity).set({ message: "Mailed customer.0@EXAMPLE.test twice" }),
      { kind: "identifier", table: "activity", column: "message" },
    ],
    [
      "an address in another case and another Unicode form",
      (db) =>
        db.update(shop.activity).set({ message: "Bought by ZOË.0@EXAMPLE.TEST".normalize("NFD") }),
      { kind: "identifier", table: "activity", column: "message" },
    ],
    [
      "an address deep in JSON",
      (db) => db.update(shop.activity).set({ detail: { to: [{ cc: "customer.0@example.test" }] } }),
      { kind: "identifier", table: "activity", column: "detail" },
    ],
    [
      "a phone number in an array",
      (db) => db.update(shop.activity).set({ labels: ["sms", "+49300000000"] }),
      { kind: "identifier", table: "activity", column: "labels" },
    ],
    [
      "a former address in a case-insensitive text",
      (db) => db.update(shop.activity).set({ remark: "was FORMER.0@example.test" }),
      { kind: "identifier", table: "activity", column: "remark" },
    ],
  ])("%s", async ([, plant, found], { db }) => {
    await writeShopGraph(db, smallShops);
    const plan = shopPlan(leavingCustomer);
    const identifiers = await collectIdentifiers(db, plan, shopMap);
    const [leaver] = await db
      .select()
      .from(shop.customers)
      .where(eq(shop.customers.id, customerId(0)));
    await purge(db, leavingCustomer, { maxRows: 100 });
    // Whoever plants a reference needs the row that it refers to.
    if (leaver !== undefined) await db.insert(shop.customers).values(leaver);

    await plant(db);

    const residue = await findResidue(db, plan, identifiers);
    expect(residue.filter(({ table }) => table !== "customers")).toEqual([
      expect.objectContaining(found),
    ]);
  });
});

const ownEvent = { shopId: shopId(1), id: 99, customerId: customerId(0), payload: {} };

function stepsFor(subject: Subject): string[] {
  return shopPlan(subject).steps.map((step) => `${step.action} ${step.table.name}`);
}
