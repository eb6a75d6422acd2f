import { type AnyPgColumn, foreignKey, integer, pgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { childrenFirst } from "./order";
import { readTables } from "./tables";

const customers = pgTable("customers", { id: integer("id").primaryKey() });
const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  customerId: integer("customer_id").references(() => customers.id),
});
const lines = pgTable("lines", {
  id: integer("id").primaryKey(),
  orderId: integer("order_id").references(() => orders.id),
  customerId: integer("customer_id").references(() => customers.id),
});

test("every child comes before the tables it refers to, however they are listed", () => {
  const tables = readTables({ customers, orders, lines });

  for (const listed of [
    ["customers", "orders", "lines"],
    ["lines", "orders", "customers"],
    ["orders", "customers", "lines"],
  ]) {
    expect(childrenFirst(listed, tables)).toEqual(["lines", "orders", "customers"]);
  }
});

test("tables that have nothing to do with each other come in one order, however they are listed", () => {
  const tags = pgTable("tags", { id: integer("id").primaryKey() });
  const tables = readTables({ customers, tags });

  expect(childrenFirst(["tags", "customers"], tables)).toEqual(
    childrenFirst(["customers", "tags"], tables),
  );
});

test("a reference to a table that is not concerned does not count", () => {
  expect(childrenFirst(["orders"], readTables({ customers, orders }))).toEqual(["orders"]);
});

test("a circle is refused, and every table in it is named", () => {
  const hens = pgTable("hens", {
    id: integer("id").primaryKey(),
    eggId: integer("egg_id").references((): AnyPgColumn => eggs.id),
  });
  const eggs = pgTable(
    "eggs",
    { id: integer("id").primaryKey(), henId: integer("hen_id") },
    (t) => [foreignKey({ columns: [t.henId], foreignColumns: [hens.id] })],
  );

  expect(() => childrenFirst(["hens", "eggs"], readTables({ hens, eggs }))).toThrowError(
    expect.objectContaining({
      code: "circular_reference",
      message: expect.stringContaining("hens -> eggs -> hens"),
    }),
  );
});
