import type { Subject } from "../map";
import type { Row } from "../statements";
import type { AllRows } from "./read-rows";

/** What an erasure should leave and what it should have counted, worked out from the rows alone. */
export type Outcome = {
  /** Rows without their places where they are changed. */
  left: AllRows;
  /** By action and table. */
  counts: Readonly<Record<string, number>>;
};

/** What becomes of a row: its new content, or null when it goes. */
type Fate = (row: Row) => Row | null;

/**
 * The shop map's meaning, written out a second time in plain code and without the engine, so that
 * the two can be held against each other.
 */
export function shopOutcome(rows: AllRows, subject: Subject): Outcome {
  const of = subject.kind === "shop" ? closeShop(rows, subject) : forgetCustomer(rows, subject);
  const left: Record<string, Row[]> = {};
  const counts: Record<string, number> = { ...of.counts };
  for (const [table, before] of Object.entries(rows)) {
    const fate = of.fates[table] ?? same;
    left[table] = before.flatMap((row) => {
      const after = fate(row);
      if (after === null) count(`erase ${table}`);
      else if (after !== row) count(`change ${table}`);
      return after === null ? [] : [after];
    });
  }
  return { left, counts };

  function count(what: string): void {
    counts[what] = (counts[what] ?? 0) + 1;
  }
}

type Meaning = { fates: Record<string, Fate>; counts: Record<string, number> };

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
      invoices: (row) => (isOwn(row) ? withoutBuyer(row) : row),
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
        return isReferred(row) ? moved({ ...row, referred_by: null }) : row;
      },
      shop_customers: goes,
      products: (row) =>
        customerIds.includes(row.suggested_by) ? moved({ ...row, suggested_by: null }) : row,
      orders: goes,
      order_lines: (row) => (isOfOrder(row) ? null : row),
      support_tickets: (row) => (isOwn(row) || isOfOrder(row) ? null : row),
      reviews: (row) => {
        if (isOwn(row)) return null;
        return isAnswer(row) ? moved({ ...row, answers_id: null }) : row;
      },
      invoices: (row) => (isInvoice(row) ? withoutBuyer(row) : row),
      events: goes,
      newsletter_signups: (row) => (emails.includes(String(row.email).toLowerCase()) ? null : row),
      activity: (row) =>
        isOwn(row) && isSet(row.ip_address) ? moved({ ...row, ip_address: null }) : row,
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

function withoutBuyer(row: Row): Row {
  const isBlank =
    row.buyer_name === "removed" &&
    [row.order_number, row.customer_id, row.buyer_email, row.buyer_address].every(
      (value) => !isSet(value),
    );
  if (isBlank) return row;
  return moved({
    ...row,
    order_number: null,
    customer_id: null,
    buyer_name: "removed",
    buyer_email: null,
    buyer_address: null,
    anonymised_at: purgedAt,
  });
}

/** The moment that the tests' clock shows, as PostgreSQL writes it in JSON. */
export const purgedAt = "2026-11-22T12:00:00+00:00";

function same(row: Row): Row {
  return row;
}

/** A rewritten row lies somewhere else. */
function moved({ at: _at, ...row }: Row): Row {
  return row;
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
