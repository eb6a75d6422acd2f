import { foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import type { AnyErasureMap, ColumnVerdict, Reach, RowVerdict, TableEntry } from "./map";
import { makePlan } from "./plan";
import { anyOf, blank, blankedFor, erase, kept, notAbout, through, where } from "./verdicts";

const customers = pgTable("customers", { id: integer("id").primaryKey(), name: text("name") });
const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  customerId: integer("customer_id").references(() => customers.id),
});
const lines = pgTable(
  "lines",
  {
    orderId: integer("order_id").references(() => orders.id),
    position: integer("position"),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.position] })],
);
const shop = { customers, orders, lines };
const subject = { kind: "customer", keys: { customerId: "7" } };

function entry(verdict: RowVerdict, columns: TableEntry["columns"]): TableEntry {
  return { category: "shop", rows: { customer: verdict }, columns };
}

const map: AnyErasureMap = {
  customers: entry(erase(where({ id: "customerId" })), { id: kept, name: kept }),
  orders: entry(erase(where({ customerId: "customerId" })), { id: kept, customerId: kept }),
  lines: entry(erase(through("orders")), { orderId: kept, position: kept }),
};

test("a plan names each table once, children before parents, the subject's row last", () => {
  const plan = makePlan(shop, map, subject);

  expect(plan.steps.map((step) => `${step.action} ${step.table.name}`)).toEqual([
    "erase lines",
    "erase orders",
    "erase customers",
  ]);
});

test.for<[code: string, damage: AnyErasureMap]>([
  ["unmapped_table", { customers: entry(notAbout, {}), orders: entry(notAbout, {}) }],
  ["unknown_subject", { ...map, lines: { category: "shop", rows: {}, columns: {} } }],
  ["missing_subject_key", { ...map, orders: entry(erase(where({ id: "orderId" })), {}) }],
  ["unknown_column", { ...map, orders: entry(erase(where({ buyer: "customerId" })), {}) }],
  ["no_foreign_key", { ...map, lines: entry(erase(through("customers")), {}) }],
  ["unreachable_table", { ...map, lines: entry(notAbout, {}) }],
  ["nothing_blanked", { ...map, lines: entry(blank(through("orders")), {}) }],
])("a map that does not fit the schema is refused as %s", ([code, damaged]) => {
  expect(() => makePlan(shop, damaged, subject)).toThrowError(expect.objectContaining({ code }));
});

test("a row that stays may refer to one that goes once the reference is blanked", () => {
  const blanked = {
    ...map,
    orders: entry(blank(where({ customerId: "customerId" })), {
      id: kept,
      customerId: blankedFor(["customer"]),
    }),
    lines: entry(notAbout, {}),
  };

  const plan = makePlan(shop, blanked, subject);

  expect(plan.steps.map((step) => `${step.action} ${step.table.name}`)).toEqual([
    "blank orders",
    "erase customers",
  ]);
});

test("a reference is not let go of by a way of being found that does not blank it", () => {
  const gifts = pgTable("gifts", {
    id: integer("id").primaryKey(),
    giver: integer("giver").references(() => customers.id),
    taker: integer("taker").references(() => customers.id),
  });
  const byGiver = where({ giver: "customerId" });
  const released = { id: kept, giver: blankedFor(["customer"]), taker: blankedFor(["customer"]) };
  const mapWith = (reach: Reach<"giver" | "taker">): AnyErasureMap => ({
    customers: entry(erase(where({ id: "customerId" })), { id: kept, name: kept }),
    gifts: entry(blank(reach), released),
  });

  expect(() => makePlan({ customers, gifts }, mapWith(byGiver), subject)).toThrowError(
    expect.objectContaining({
      code: "unreachable_table",
      message: expect.stringContaining("gifts_taker_customers_id_fk"),
    }),
  );
  const both = mapWith(anyOf<"giver" | "taker">(byGiver, where({ taker: "customerId" })));
  expect(makePlan({ customers, gifts }, both, subject).steps).toHaveLength(2);
});

describe("a reference to a row that goes", () => {
  const trips = pgTable("trips", { bus: integer("bus"), day: integer("day") }, (t) => [
    primaryKey({ columns: [t.bus, t.day] }),
  ]);
  const seats = pgTable(
    "seats",
    { id: integer("id").primaryKey(), bus: integer("bus"), day: integer("day") },
    (t) => [foreignKey({ columns: [t.bus, t.day], foreignColumns: [trips.bus, trips.day] })],
  );
  const ofBus = where({ bus: "busId" });
  const planFor = (reach: Reach<"bus" | "day">, day: ColumnVerdict) =>
    makePlan(
      { trips, seats },
      {
        trips: entry(erase(ofBus), { bus: kept, day: kept }),
        seats: entry(blank(reach), { id: kept, bus: kept, day }),
      },
      { kind: "customer", keys: { busId: "7", dayId: "8" } },
    );
  const refused = expect.objectContaining({ code: "unreachable_table", table: "seats" });

  test("is let go of by any of its columns", () => {
    expect(planFor(ofBus, blankedFor(["customer"])).steps).toHaveLength(2);
  });

  test("is not let go of by a column that is blanked in other rows only", () => {
    const either = anyOf<"bus" | "day">(ofBus, where({ day: "dayId" }));
    expect(() => planFor(either, blankedFor(["customer"]))).toThrowError(refused);
  });

  test("is not let go of by another value", () => {
    expect(() => planFor(ofBus, blankedFor(["customer"], 0))).toThrowError(refused);
  });
});
