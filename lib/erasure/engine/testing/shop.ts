import {
  type AnyPgColumn,
  bigserial,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/**
 * A shop platform: a schema that has nothing to do with ours and that the engine has to serve too.
 *
 * Text keys, composite keys, serial keys; references of a table to itself; many to many; a table
 * partitioned by month; personal data in JSON and arrays, people in a list; a table with no foreign key at all.
 */

const citext = customType<{ data: string }>({ dataType: () => "citext" });

/** To the microsecond, as PostgreSQL keeps it: a cursor that rounds would skip rows or loop. */
function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "string" });
}

export const shops = pgTable("shops", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
});

/** A person, known to any number of shops. */
export const customers = pgTable(
  "customers",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: citext("email").notNull().unique(),
    phone: text("phone"),
    formerEmails: text("former_emails").array().notNull().default([]),
    referredBy: text("referred_by").references((): AnyPgColumn => customers.id),
  },
  (t) => [index().on(t.referredBy)],
);

export const shopCustomers = pgTable(
  "shop_customers",
  {
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    preferences: jsonb("preferences").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.customerId] }), index().on(t.customerId)],
);

export const categories = pgTable(
  "categories",
  {
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    id: integer("id").notNull(),
    parentId: integer("parent_id"),
    title: text("title").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.parentId], foreignColumns: [t.shopId, t.id] }),
    index().on(t.shopId, t.parentId),
  ],
);

/** Up to three people are named, each in a column of their own, and any number in a list. */
export const products = pgTable(
  "products",
  {
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    suggestedBy: text("suggested_by").references(() => customers.id),
    photographedBy: text("photographed_by").references(() => customers.id),
    photoCredit: text("photo_credit"),
    watchedBy: text("watched_by").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.sku] }),
    index().on(t.suggestedBy),
    index().on(t.photographedBy),
    index().using("gin", t.watchedBy),
  ],
);

export const productCategories = pgTable(
  "product_categories",
  {
    shopId: text("shop_id").notNull(),
    sku: text("sku").notNull(),
    categoryId: integer("category_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.sku, t.categoryId] }),
    foreignKey({ columns: [t.shopId, t.sku], foreignColumns: [products.shopId, products.sku] }),
    foreignKey({
      columns: [t.shopId, t.categoryId],
      foreignColumns: [categories.shopId, categories.id],
    }),
    index().on(t.shopId, t.categoryId),
  ],
);

export const orders = pgTable(
  "orders",
  {
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    number: serial("number").notNull(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    shipTo: jsonb("ship_to").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.number] }), index().on(t.customerId)],
);

export const orderLines = pgTable(
  "order_lines",
  {
    shopId: text("shop_id").notNull(),
    orderNumber: integer("order_number").notNull(),
    line: integer("line").notNull(),
    sku: text("sku").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.orderNumber, t.line] }),
    foreignKey({
      columns: [t.shopId, t.orderNumber],
      foreignColumns: [orders.shopId, orders.number],
    }),
    foreignKey({ columns: [t.shopId, t.sku], foreignColumns: [products.shopId, products.sku] }),
    index().on(t.shopId, t.sku),
  ],
);

/** Two paths lead to a person: who wrote it, and whose order it is about. Either may be missing. */
export const supportTickets = pgTable(
  "support_tickets",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    customerId: text("customer_id").references(() => customers.id),
    orderNumber: integer("order_number"),
    body: text("body").notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.shopId, t.orderNumber],
      foreignColumns: [orders.shopId, orders.number],
    }),
    index().on(t.shopId, t.orderNumber),
    index().on(t.customerId),
  ],
);

/** A review may answer another customer's. */
export const reviews = pgTable(
  "reviews",
  {
    shopId: text("shop_id").notNull(),
    id: bigserial("id", { mode: "number" }).notNull(),
    sku: text("sku").notNull(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    answersId: integer("answers_id"),
    body: text("body").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.sku], foreignColumns: [products.shopId, products.sku] }),
    foreignKey({ columns: [t.shopId, t.answersId], foreignColumns: [t.shopId, t.id] }),
    index().on(t.shopId, t.sku),
    index().on(t.shopId, t.answersId),
    index().on(t.customerId),
  ],
);

/** Kept for the tax office: outlives its shop, its order and its buyer. */
export const invoices = pgTable(
  "invoices",
  {
    shopId: text("shop_id").notNull(),
    number: text("number").notNull(),
    orderNumber: integer("order_number"),
    customerId: text("customer_id").references(() => customers.id),
    buyerName: text("buyer_name").notNull(),
    buyerEmail: citext("buyer_email"),
    buyerAddress: jsonb("buyer_address"),
    netMinor: integer("net_minor").notNull(),
    anonymisedAt: instant("anonymised_at"),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.number] }),
    foreignKey({
      columns: [t.shopId, t.orderNumber],
      foreignColumns: [orders.shopId, orders.number],
    }),
    index().on(t.shopId, t.orderNumber),
    index().on(t.customerId),
  ],
);

/** Partitioned by month on `occurred_at`, see `shopMigration`. */
export const events = pgTable(
  "events",
  {
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.id),
    occurredAt: instant("occurred_at").notNull(),
    id: integer("id").notNull(),
    customerId: text("customer_id").references(() => customers.id),
    payload: jsonb("payload").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.occurredAt, t.id] }), index().on(t.customerId)],
);

/** No foreign key: whoever typed the address need not be a customer. */
export const newsletterSignups = pgTable(
  "newsletter_signups",
  {
    email: citext("email").notNull(),
    shopId: text("shop_id").notNull(),
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [primaryKey({ columns: [t.email, t.shopId] }), index().on(t.shopId)],
);

/** Kept as evidence. It names shop and customer by opaque ids, without a reference. */
export const activity = pgTable(
  "activity",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    shopId: text("shop_id").notNull(),
    customerId: text("customer_id"),
    ipAddress: text("ip_address"),
    message: text("message").notNull(),
    detail: jsonb("detail"),
    labels: text("labels").array().notNull().default([]),
    remark: citext("remark"),
  },
  (t) => [index().on(t.shopId), index().on(t.customerId)],
);
