import type { Subject } from "../map";
import type { Row } from "../statements";
import { changed, type Fate, type Meaning, type Outcome, outcomeOf, purgedAt } from "./outcome";
import type { AllRows } from "./read-rows";

/**
 * The shop map's meaning, written out a second time in plain code and without the engine, so that
 * the two can be held against each other.
 */
export function shopOutcome(rows: AllRows, subject: Subject): Outcome {
  return outcomeOf(rows, meaningOf(rows, subject));
}

/** What becomes of a row, by table; tables that are not named stay as they are. */
export function shopFates(rows: AllRows, subject: Subject): Meaning["fates"] {
  return meaningOf(rows, subject).fates;
}

function meaningOf(rows: AllRows, subject: Subject): Meaning {
  return subject.kind === "shop" ? closeShop(rows, subject) : forgetCustomer(rows, subject);
}

function closeShop(rows: AllRows, subject: Subject): Meaning {
  const shopIds = keysNamed(subject, "shopId");
  const isOwn = (row: Row) => shopIds.includes(row.shop_id);
  const goes: Fate = (row) => (isOwn(row) ? null : row);
  return {
    fates: {
      shops: (row) => (shopIds.includes(row.id) ? null : row),
      shop_customers: goes,
      categories: goes,
      products: goes,
      product_categories: goes,
      orders: goes,
      order_lines: goes,
      support_tickets: goes,
      reviews: goes,
      events: goes,
      newsletter_signups: goes,
      invoices: (row) =>
        isOwn(row) ? withoutBuyer(row, { order_number: null, customer_id: null }) : row,
    },
    counts: {
      "detach categories": select(rows, "categories", (row) => isOwn(row) && isSet(row.parent_id)),
      "detach reviews": select(rows, "reviews", (row) => isOwn(row) && isSet(row.answers_id)),
      "retain invoices": select(rows, "invoices", isOwn),
      "retain activity": select(rows, "activity", isOwn),
    },
  };
}

function forgetCustomer(rows: AllRows, subject: Subject): Meaning {
  const customerIds = keysNamed(subject, "customerId");
  const emails = keysNamed(subject, "email").map((email) => String(email).toLowerCase());
  const isOwn = (row: Row) => customerIds.includes(row.customer_id);
  const orders = keysOf(rows, "orders", isOwn, "number");
  const reviews = keysOf(rows, "reviews", isOwn, "id");
  const goes: Fate = (row) => (isOwn(row) ? null : row);
  const isOfOrder = (row: Row) => orders.has(`${row.shop_id} ${row.order_number}`);
  const isAnswer = (row: Row) => reviews.has(`${row.shop_id} ${row.answers_id}`);
  const isReferred = (row: Row) => customerIds.includes(row.referred_by);
  const isInvoice = (row: Row) => isOwn(row) || isOfOrder(row);
  return {
    fates: {
      customers: (row) => {
        if (customerIds.includes(row.id)) return null;
        return isReferred(row) ? changed(row, { referred_by: null }) : row;
      },
      shop_customers: goes,
      products: (row) => {
        const isPhotographer = customerIds.includes(row.photographed_by);
        return changed(row, {
          suggested_by: customerIds.includes(row.suggested_by) ? null : row.suggested_by,
          photographed_by: isPhotographer ? null : row.photographed_by,
          photo_credit: isPhotographer ? null : row.photo_credit,
          watched_by: list(row.watched_by).filter((watcher) => !customerIds.includes(watcher)),
        });
      },
      orders: goes,
      order_lines: (row) => (isOfOrder(row) ? null : row),
      support_tickets: (row) => (isOwn(row) || isOfOrder(row) ? null : row),
      reviews: (row) => {
        if (isOwn(row)) return null;
        return isAnswer(row) ? changed(row, { answers_id: null }) : row;
      },
      invoices: (row) =>
        isInvoice(row)
          ? withoutBuyer(row, {
              order_number: isOfOrder(row) ? null : row.order_number,
              customer_id: isOwn(row) ? null : row.customer_id,
            })
          : row,
      events: goes,
      newsletter_signups: (row) => (emails.includes(String(row.email).toLowerCase()) ? null : row),
      activity: (row) =>
        isOwn(row) ? changed(row, { ip_address: null, detail: withoutVisitors(row.detail) }) : row,
    },
    counts: {
      "detach customers": select(rows, "customers", isReferred),
      "detach reviews": select(rows, "reviews", isAnswer),
      "retain invoices": select(rows, "invoices", isInvoice),
      "retain activity": select(rows, "activity", isOwn),
    },
  };
}

/** One key, or the keys of a group that is erased together. */
function keysNamed({ keys }: Subject, name: string): readonly unknown[] {
  return [keys[name]].flat();
}

/** The buyer goes from an invoice; who else is named on it, by `names`, need not. */
function withoutBuyer(row: Row, names: { order_number: unknown; customer_id: unknown }): Row {
  const blank = { ...names, buyer_name: "removed", buyer_email: null, buyer_address: null };
  return changed(row, blank) === row ? row : changed(row, { ...blank, anonymised_at: purgedAt });
}

function withoutVisitors(detail: unknown): unknown {
  return JSON.parse(JSON.stringify(detail, (key, value) => (key === "ip" ? null : value)));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function select(rows: AllRows, table: string, isWanted: (row: Row) => boolean): number {
  return (rows[table] ?? []).filter(isWanted).length;
}

function keysOf(
  rows: AllRows,
  table: string,
  isWanted: (row: Row) => boolean,
  key: string,
): Set<string> {
  const wanted = (rows[table] ?? []).filter(isWanted);
  return new Set(wanted.map((row) => `${row.shop_id} ${row[key]}`));
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}
