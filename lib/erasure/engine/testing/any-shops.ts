import fc from "fast-check";
import type { Subject } from "../map";
import { customerEmail, customerId, type ShopGraph, shopId } from "./shop-graph";

const one = fc.nat(9);
const oneOrNone = fc.option(one, { nil: null });

function some<T>(item: fc.Arbitrary<T>, maxLength = 6): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength, size: "max" });
}

const anyShop: fc.Arbitrary<ShopGraph["shops"][number]> = fc.record({
  customers: some(one),
  categories: some(fc.record({ parent: oneOrNone })),
  products: some(
    fc.record({
      categories: some(one, 3),
      suggestedBy: oneOrNone,
      photographedBy: oneOrNone,
      watchedBy: some(one, 3),
    }),
  ),
  orders: some(fc.record({ customer: one, lines: some(one, 4) })),
  tickets: some(fc.record({ customer: oneOrNone, order: oneOrNone })),
  reviews: some(fc.record({ product: one, customer: one, answers: oneOrNone }), 8),
  invoices: some(fc.record({ customer: oneOrNone, order: oneOrNone })),
  events: some(fc.record({ customer: oneOrNone, month: one }), 12),
  signups: some(fc.record({ customer: one, isShouted: fc.boolean() }), 4),
  activity: some(fc.record({ customer: oneOrNone })),
});

/** Shops that share customers, with anything missing, in circles, or referring to itself. */
export const anyShops: fc.Arbitrary<ShopGraph> = fc.record({
  customers: fc.array(fc.record({ referredBy: oneOrNone }), { maxLength: 5, size: "max" }),
  shops: fc.array(anyShop, { minLength: 1, maxLength: 3, size: "max" }),
});

/** A shop or a customer, one who may not exist among them. */
export const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.nat(3).map((at) => ({ kind: "shop", keys: { shopId: shopId(at) } })),
  fc.nat(5).map((at) => ({
    kind: "customer",
    keys: { customerId: customerId(at), email: customerEmail(at) },
  })),
);
