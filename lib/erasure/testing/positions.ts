import { idOf } from "./crm-ids";

/** How a graph's numbers become rows: what they refer to, modulo how many there are. */

export function ids(kind: string, list: readonly unknown[]): string[] {
  return list.map((_, at) => idOf(kind, at));
}

export function count(of: number): number[] {
  return Array.from({ length: of }, (_, at) => at);
}

export function pick<T>(list: readonly T[], at: number | null): T | null {
  return at === null || list.length === 0 ? null : (list[at % list.length] ?? null);
}

export function each<T, TRow>(value: T | null, toRow: (value: T) => TRow): TRow[] {
  return value === null ? [] : [toRow(value)];
}

export function both<A, B, TRow>(
  one: A | null,
  other: B | null,
  toRow: (one: A, other: B) => TRow,
) {
  return each(one, (first) => each(other, (second) => toRow(first, second))).flat();
}
