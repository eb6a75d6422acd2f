import { describe } from "vitest";
import { expect, test as withShop } from "@/lib/testing/shop-test";
import type { Subject } from ".";
import { purge } from "./testing/purge";
import { type AllRows, readRows } from "./testing/read-rows";
import { rehearse } from "./testing/rehearse";
import * as shop from "./testing/shop";
import { customerEmail, customerId, shopId, writeShopGraph } from "./testing/shop-graph";
import { smallShops } from "./testing/small-shops";

const subjects = {
  shop: { kind: "shop", keys: { shopId: shopId(0) } },
  customer: { kind: "customer", keys: { customerId: customerId(0), email: customerEmail(0) } },
} satisfies Record<string, Subject>;

/** What is left of the small shops after each kind of erasure. */
const test = withShop.extend("left", { scope: "file" }, async ({ shopDb }) => {
  const after = (subject: Subject) =>
    rehearse(shopDb, async (tx) => {
      await writeShopGraph(tx, smallShops);
      await purge(tx, subject, { maxRows: 3 });
      return await readRows(tx, shop);
    });
  return { shop: await after(subjects.shop), customer: await after(subjects.customer) };
});

describe("a shop that closes", () => {
  test("takes many to many with it, and leaves the other shop's", ({ left }) => {
    expect(keysOf(left.shop, "product_categories", "shop_id", "sku", "category_id")).toEqual([
      [shopId(1), "sku-0", 1],
      [shopId(1), "sku-0", 2],
      [shopId(1), "sku-1", 2],
      [shopId(1), "sku-1", 3],
    ]);
  });

  test("takes a tree that refers to itself, and leaves one with the same keys", ({ left }) => {
    expect(keysOf(left.shop, "categories", "shop_id", "id", "parent_id")).toEqual([
      [shopId(1), 1, null],
      [shopId(1), 2, 1],
      [shopId(1), 3, 2],
      [shopId(1), 4, 4],
    ]);
  });

  test("takes its rows out of every partition", ({ left }) => {
    const events = keysOf(left.shop, "events", "shop_id");
    expect(new Set(events.flat())).toEqual(new Set([shopId(1)]));
    expect(events).toHaveLength(12);
    expect(new Set((left.shop.events ?? []).map(({ at }) => String(at).split(" ")[0])).size).toBe(
      3,
    );
  });

  test("takes rows that no foreign key ties to it", ({ left }) => {
    expect(keysOf(left.shop, "newsletter_signups", "shop_id").flat()).toEqual([
      shopId(1),
      shopId(1),
    ]);
  });

  test("leaves the people whom other shops know", ({ left }) => {
    expect(keysOf(left.shop, "customers", "id").flat()).toEqual([0, 1, 2].map(customerId));
    expect(keysOf(left.shop, "shop_customers", "shop_id").flat()).toEqual(Array(3).fill(shopId(1)));
  });

  test("keeps its invoices without whoever bought", ({ left }) => {
    const own = (left.shop.invoices ?? []).filter((row) => row.shop_id === shopId(0));
    expect(own).toHaveLength(4);
    expect(own).toEqual(
      own.map((row) => ({
        ...row,
        order_number: null,
        customer_id: null,
        buyer_name: "removed",
        buyer_email: null,
        buyer_address: null,
      })),
    );
  });
});

describe("a customer who leaves", () => {
  test("takes orders and their lines from every shop", ({ left }) => {
    const orders = [
      [shopId(0), 2],
      [shopId(0), 4],
      [shopId(1), 2],
      [shopId(1), 4],
    ];
    expect(keysOf(left.customer, "orders", "shop_id", "number")).toEqual(orders);
    expect(keysOf(left.customer, "order_lines", "shop_id", "order_number", "line", "sku")).toEqual([
      [shopId(0), 2, 0, "sku-0"],
      [shopId(0), 4, 0, "sku-2"],
      [shopId(0), 4, 1, "sku-2"],
      [shopId(1), 2, 0, "sku-0"],
      [shopId(1), 4, 0, "sku-2"],
      [shopId(1), 4, 1, "sku-2"],
    ]);
  });

  test("takes what either path leads to: who wrote it, and whose order it is about", ({ left }) => {
    expect(keysOf(left.customer, "support_tickets", "shop_id", "customer_id", "body")).toEqual([
      [shopId(0), customerId(1), "Where is it? (4)"],
      [shopId(0), null, "Where is it? (5)"],
      [shopId(1), customerId(1), "Where is it? (4)"],
      [shopId(1), null, "Where is it? (5)"],
    ]);
  });

  test("is let go of by other people's reviews, which stay as they are", ({ left }) => {
    expect(keysOf(left.customer, "reviews", "shop_id", "id", "customer_id", "answers_id")).toEqual([
      [shopId(0), 2, customerId(1), null],
      [shopId(0), 4, customerId(2), null],
      [shopId(1), 2, customerId(1), null],
      [shopId(1), 4, customerId(2), null],
    ]);
  });

  test("is let go of by those whom they referred", ({ left }) => {
    expect(keysOf(left.customer, "customers", "id", "referred_by")).toEqual([
      [customerId(1), null],
      [customerId(2), null],
    ]);
  });

  test("leaves products without their own name, and with everybody else's", ({ left }) => {
    expect(
      keysOf(
        left.customer,
        "products",
        "sku",
        "suggested_by",
        "photographed_by",
        "photo_credit",
        "watched_by",
      ).slice(0, 4),
    ).toEqual([
      ["sku-0", null, customerId(1), "Photo by 1", [customerId(1)]],
      ["sku-1", customerId(1), null, null, []],
      ["sku-2", null, null, null, [customerId(2)]],
      ["sku-3", null, customerId(2), "Photo by 2", []],
    ]);
  });

  test("takes sign-ups by an address alone, however it is written", ({ left }) => {
    expect(keysOf(left.customer, "newsletter_signups", "shop_id", "email")).toEqual([
      [shopId(0), customerEmail(1)],
      [shopId(1), customerEmail(1)],
    ]);
  });

  test("takes their own rows out of every partition, and leaves everybody else's", ({ left }) => {
    const events = keysOf(left.customer, "events", "customer_id").flat();
    expect(events).not.toContain(customerId(0));
    expect(events).toHaveLength(2 * 9);
  });

  test("goes from invoices by whichever path, and nobody else does", ({ left }) => {
    const columns = [
      "number",
      "customer_id",
      "order_number",
      "buyer_name",
      "buyer_email",
      "buyer_address",
    ];
    expect(keysOf(left.customer, "invoices", ...columns).slice(0, 4)).toEqual([
      ["2026/0", null, null, "removed", null, null],
      ["2026/1", null, null, "removed", null, null],
      ["2026/2", customerId(1), 2, "Buyer 2", "buyer.2@example.test", { street: "1 Test Street" }],
      ["2026/3", null, null, "removed", null, null],
    ]);
  });

  test("goes from parts of JSON, and the rest of it stays", ({ left }) => {
    const visits = (ip: unknown) => [{ page: "/", ip }, { page: "/cart" }];
    expect(
      keysOf(left.customer, "activity", "customer_id", "ip_address", "detail").slice(0, 4),
    ).toEqual([
      [customerId(0), null, { device: "phone", visits: visits(null) }],
      [customerId(0), null, { device: "phone", visits: visits(null) }],
      [customerId(1), "192.0.2.7", { device: "phone", visits: visits("192.0.2.7") }],
      [null, "192.0.2.7", { device: "phone", visits: visits("192.0.2.7") }],
    ]);
  });
});

/** Some columns of a table's rows, in the order of shop and number. */
function keysOf(rows: AllRows, table: string, ...columns: readonly string[]): unknown[][] {
  const sorted = (rows[table] ?? []).toSorted((one, other) =>
    keyOf(one).localeCompare(keyOf(other), "en"),
  );
  return sorted.map((row) => columns.map((column) => row[column]));
}

/** Serial and random ids differ from run to run: a text tells those rows apart. */
function keyOf(row: AllRows[string][number]): string {
  const { shop_id, number, order_number, line, id, sku, body, message, category_id, email } = row;
  const key = [shop_id, message ?? body ?? id, sku, number ?? order_number, line];
  return JSON.stringify([...key, category_id, email]);
}
