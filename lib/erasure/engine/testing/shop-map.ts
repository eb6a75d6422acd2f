import type { ErasureMap } from "../map";
import {
  alongside,
  anyOf,
  blank,
  blankedFor,
  blankedPaths,
  erase,
  identifying,
  kept,
  notAbout,
  retain,
  through,
  where,
  whereElement,
  withoutElement,
} from "../verdicts";
import type * as shop from "./shop";

export const shopSubjects = ["customer", "shop"] as const;
type ShopSubject = (typeof shopSubjects)[number];

const ofShop = where({ shopId: "shopId" });
const ofCustomer = where({ customerId: "customerId" });

/** The shop platform's verdicts, for a shop that closes and for a customer who leaves. */
export const shopMap = {
  shops: {
    category: "shop",
    rows: { shop: erase(where({ id: "shopId" })), customer: notAbout },
    columns: { id: kept, name: kept },
  },
  customers: {
    category: "customer",
    rows: { shop: notAbout, customer: erase(where({ id: "customerId" })) },
    columns: {
      id: kept,
      name: kept,
      email: identifying(["customer"]),
      phone: identifying(["customer"]),
      formerEmails: identifying(["customer"]),
      referredBy: blankedFor(["customer"]),
    },
  },
  shopCustomers: {
    category: "customer",
    rows: { shop: erase(ofShop), customer: erase(ofCustomer) },
    columns: { shopId: kept, customerId: kept, preferences: kept },
  },
  categories: {
    category: "catalogue",
    rows: { shop: erase(ofShop), customer: notAbout },
    columns: { shopId: kept, id: kept, parentId: kept, title: kept },
  },
  products: {
    category: "catalogue",
    rows: {
      shop: erase(ofShop),
      customer: blank(
        anyOf<"suggestedBy" | "photographedBy" | "watchedBy">(
          where({ suggestedBy: "customerId" }),
          where({ photographedBy: "customerId" }),
          whereElement("watchedBy", "customerId"),
        ),
      ),
    },
    columns: {
      shopId: kept,
      sku: kept,
      title: kept,
      suggestedBy: blankedFor(["customer"]),
      photographedBy: blankedFor(["customer"]),
      photoCredit: alongside("photographedBy", blankedFor(["customer"])),
      watchedBy: withoutElement(["customer"], "customerId"),
    },
  },
  productCategories: {
    category: "catalogue",
    rows: { shop: erase(ofShop), customer: notAbout },
    columns: { shopId: kept, sku: kept, categoryId: kept },
  },
  orders: {
    category: "orders",
    rows: { shop: erase(ofShop), customer: erase(ofCustomer) },
    columns: { shopId: kept, number: kept, customerId: kept, shipTo: kept },
  },
  orderLines: {
    category: "orders",
    rows: { shop: erase(ofShop), customer: erase(through("orders")) },
    columns: { shopId: kept, orderNumber: kept, line: kept, sku: kept },
  },
  supportTickets: {
    category: "support",
    rows: { shop: erase(ofShop), customer: erase(anyOf(ofCustomer, through("orders"))) },
    columns: { id: kept, shopId: kept, customerId: kept, orderNumber: kept, body: kept },
  },
  reviews: {
    category: "reviews",
    rows: { shop: erase(ofShop), customer: erase(ofCustomer) },
    columns: {
      shopId: kept,
      id: kept,
      sku: kept,
      customerId: kept,
      answersId: blankedFor(["customer"]),
      body: kept,
    },
  },
  invoices: {
    category: "invoices",
    rows: {
      shop: retain("tax", ofShop),
      customer: retain("tax", anyOf(ofCustomer, through("orders"))),
    },
    columns: {
      shopId: kept,
      number: kept,
      orderNumber: blankedFor(["customer", "shop"]),
      customerId: blankedFor(["customer", "shop"]),
      buyerName: blankedFor(["customer", "shop"], "removed"),
      buyerEmail: blankedFor(["customer", "shop"]),
      buyerAddress: blankedFor(["customer", "shop"]),
      netMinor: kept,
      anonymisedAt: blankedFor(["customer", "shop"], { at_purge: true }),
    },
  },
  events: {
    category: "activity",
    rows: { shop: erase(ofShop), customer: erase(ofCustomer) },
    columns: { shopId: kept, occurredAt: kept, id: kept, customerId: kept, payload: kept },
  },
  newsletterSignups: {
    category: "newsletter",
    rows: { shop: erase(ofShop), customer: erase(where({ email: "email" })) },
    columns: { email: kept, shopId: kept, confirmedAt: kept },
  },
  activity: {
    category: "activity",
    rows: { shop: retain("evidence", ofShop), customer: retain("evidence", ofCustomer) },
    columns: {
      id: kept,
      shopId: kept,
      customerId: kept,
      ipAddress: blankedFor(["customer"]),
      message: kept,
      detail: blankedPaths(["customer"], [["visits", "*", "ip"]], "null"),
      labels: kept,
      remark: kept,
    },
  },
} satisfies ErasureMap<typeof shop, ShopSubject>;
