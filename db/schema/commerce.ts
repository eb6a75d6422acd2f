import {
  bigint,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

export const orderState = pgEnum("order_state", ["placed", "paid", "shipped", "cancelled"]);

/** A sale to a contact. Money is in minor units of `currency`. */
export const orders = pgTable(
  "orders",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id").notNull(),
    number: text("number").notNull(),
    state: orderState("state").notNull(),
    currency: text("currency").notNull(),
    totalMinor: bigint("total_minor", { mode: "number" }).notNull(),
    shippingName: text("shipping_name"),
    shippingAddress: text("shipping_address"),
    placedAt: instant("placed_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    uniqueIndex("orders_number_key").on(t.workspaceId, t.number),
    index("orders_contact_idx").on(t.workspaceId, t.contactId),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    ...tenantColumns(),
    orderId: uuid("order_id").notNull(),
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceMinor: bigint("unit_price_minor", { mode: "number" }).notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.orderId, orders),
    index("order_lines_order_idx").on(t.workspaceId, t.orderId),
  ],
);

/** How often a contact buys something again, and when the next time is due. */
export const reorderCycles = pgTable(
  "reorder_cycles",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id").notNull(),
    sku: text("sku").notNull(),
    everyDays: integer("every_days").notNull(),
    nextOn: date("next_on", { mode: "string" }),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("reorder_cycles_contact_idx").on(t.workspaceId, t.contactId),
  ],
);
