import type { PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import * as shop from "./shop";

/**
 * Who exists on the shop platform and what refers to what.
 *
 * Numbers are positions in the lists they refer to, taken modulo their length, so that any number
 * will do; what has nothing to refer to is left out.
 */
export type ShopGraph = {
  customers: { referredBy: number | null }[];
  shops: {
    customers: number[];
    categories: { parent: number | null }[];
    products: {
      categories: number[];
      suggestedBy: number | null;
      photographedBy: number | null;
      watchedBy: number[];
    }[];
    orders: { customer: number; lines: number[] }[];
    tickets: { customer: number | null; order: number | null }[];
    reviews: { product: number; customer: number; answers: number | null }[];
    invoices: { customer: number | null; order: number | null }[];
    events: { customer: number | null; month: number }[];
    signups: { customer: number; isShouted: boolean }[];
    activity: { customer: number | null }[];
  }[];
};

/** The key of a customer; it holds what careless SQL would trip over. */
export function customerId(at: number): string {
  return `o'brien/${at}`;
}

export function customerEmail(at: number): string {
  return `customer.${at}@example.test`;
}

export function shopId(at: number): string {
  return `shop "${at}"`;
}

/** Writes a graph into empty tables. */
export async function writeShopGraph(
  db: PgDatabase<PgQueryResultHKT>,
  graph: ShopGraph,
): Promise<void> {
  const people = graph.customers.map((_, at) => customerId(at));
  const all = graph.shops.map((one, at) => rowsOfShop(shopId(at), one, people));

  await insert(shop.customers, graph.customers.map(customerRow(people)));
  await insert(
    shop.shops,
    graph.shops.map((_, at) => ({ id: shopId(at), name: `Shop ${at}` })),
  );
  for (const rows of all) {
    await insert(shop.shopCustomers, rows.shopCustomers);
    await insert(shop.categories, rows.categories);
    await insert(shop.products, rows.products);
    await insert(shop.productCategories, rows.productCategories);
    await insert(shop.orders, rows.orders);
    await insert(shop.orderLines, rows.orderLines);
    await insert(shop.supportTickets, rows.supportTickets);
    await insert(shop.reviews, rows.reviews);
    await insert(shop.invoices, rows.invoices);
    await insert(shop.events, rows.events);
    await insert(shop.newsletterSignups, rows.newsletterSignups);
    await insert(shop.activity, rows.activity);
  }

  async function insert<TTable extends PgTable>(
    table: TTable,
    rows: TTable["$inferInsert"][],
  ): Promise<void> {
    const target: PgTable = table;
    if (rows.length > 0) await db.insert(target).values(rows).onConflictDoNothing();
  }
}

function customerRow(people: readonly string[]) {
  return ({ referredBy }: { referredBy: number | null }, at: number) => ({
    id: customerId(at),
    name: `Zoë علي ${at}`,
    email: customerEmail(at),
    phone: `+4930${String(at).padStart(7, "0")}`,
    formerEmails: [`former.${at}@example.test`, `Zoë.${at}@example.test`],
    referredBy: pick(people, referredBy),
  });
}

function rowsOfShop(id: string, one: ShopGraph["shops"][number], people: readonly string[]) {
  const own = { shopId: id };
  const skus = one.products.map((_, at) => `sku-${at}`);
  const categoryIds = one.categories.map((_, at) => at + 1);
  const reviewIds = one.reviews.map((_, at) => at + 1);
  const orders = one.orders.flatMap(({ customer, lines }, at) =>
    each(pick(people, customer), (buyer) => ({ number: at + 1, buyer, lines })),
  );
  const orderNumbers = orders.map(({ number }) => number);

  return {
    shopCustomers: one.customers.flatMap((customer) =>
      each(pick(people, customer), (customerId) => ({
        ...own,
        customerId,
        preferences: { newsletter: true },
      })),
    ),
    categories: one.categories.map(({ parent }, at) => ({
      ...own,
      id: at + 1,
      parentId: pick(categoryIds, parent),
      title: `Category ${at}`,
    })),
    products: one.products.map(({ suggestedBy, photographedBy, watchedBy }, at) => ({
      ...own,
      sku: `sku-${at}`,
      title: `Product ${at}`,
      suggestedBy: pick(people, suggestedBy),
      photographedBy: pick(people, photographedBy),
      photoCredit: photographedBy === null ? null : `Photo by ${photographedBy}`,
      watchedBy: watchedBy.flatMap((watcher) => pick(people, watcher) ?? []),
    })),
    productCategories: one.products.flatMap((product, at) =>
      product.categories.flatMap((category) =>
        each(pick(categoryIds, category), (categoryId) => ({
          ...own,
          sku: `sku-${at}`,
          categoryId,
        })),
      ),
    ),
    orders: orders.map(({ number, buyer }) => ({
      ...own,
      number,
      customerId: buyer,
      shipTo: { name: buyer, street: "1 Test Street" },
    })),
    orderLines: orders.flatMap(({ number, lines }) =>
      lines.flatMap((product, line) =>
        each(pick(skus, product), (sku) => ({ ...own, orderNumber: number, line, sku })),
      ),
    ),
    supportTickets: one.tickets.map(({ customer, order }, at) => ({
      ...own,
      customerId: pick(people, customer),
      orderNumber: pick(orderNumbers, order),
      body: `Where is it? (${at})`,
    })),
    reviews: one.reviews.flatMap(({ product, customer, answers }, at) =>
      each(pick(skus, product), (sku) =>
        each(pick(people, customer), (customerId) => ({
          ...own,
          id: at + 1,
          sku,
          customerId,
          // Only a product makes reviews, so with one there are all of them to answer.
          answersId: pick(reviewIds, answers),
          body: `Review ${at}`,
        })),
      ).flat(),
    ),
    invoices: one.invoices.map(({ customer, order }, at) => ({
      ...own,
      number: `2026/${at}`,
      customerId: pick(people, customer),
      orderNumber: pick(orderNumbers, order),
      buyerName: `Buyer ${at}`,
      buyerEmail: `buyer.${at}@example.test`,
      buyerAddress: { street: "1 Test Street" },
      netMinor: 1200 + at,
    })),
    events: one.events.map(({ customer, month }, at) => ({
      ...own,
      // A microsecond apart: a cursor of milliseconds cannot tell them from each other.
      occurredAt: `2026-0${(month % 4) + 1}-28T23:59:59.999${String(at).padStart(3, "0")}Z`,
      id: at,
      customerId: pick(people, customer),
      payload: { page: `/products/${at}` },
    })),
    newsletterSignups: one.signups.flatMap(({ customer, isShouted }) => {
      const email = customerEmail(people.length === 0 ? customer : customer % people.length);
      return [{ ...own, email: isShouted ? email.toUpperCase() : email }];
    }),
    activity: one.activity.map(({ customer }, at) => ({
      ...own,
      customerId: pick(people, customer),
      ipAddress: "192.0.2.7",
      message: `Signed in (${at})`,
      detail: { device: "phone", visits: [{ page: "/", ip: "192.0.2.7" }, { page: "/cart" }] },
      labels: ["sign-in"],
      remark: "routine",
    })),
  };
}

function pick<T>(list: readonly T[], at: number | null): T | null {
  return at === null || list.length === 0 ? null : (list[at % list.length] ?? null);
}

function each<T, TRow>(value: T | null, toRow: (value: T) => TRow): TRow[] {
  return value === null ? [] : [toRow(value)];
}
