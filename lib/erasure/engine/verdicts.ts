import type { BlankValue, ColumnVerdict, Reach, RowVerdict } from "./map";

/** The vocabulary in which an erasure map is written. */

/** Rows whose columns equal the subject's keys: column to key name. */
export function where<TColumn extends string>(keys: Record<TColumn, string>): Reach<TColumn> {
  return { by: "keys", keys };
}

/** The same, but only rows whose columns have one of these values. */
export function whereAmong<TKey extends string, TColumn extends string>(
  keys: Record<TKey, string>,
  among: Record<TColumn, readonly string[]>,
): Reach<TKey | TColumn> {
  return {
    by: "keys",
    keys: keys as Partial<Record<TKey | TColumn, string>>,
    among: among as Partial<Record<TKey | TColumn, readonly string[]>>,
  };
}

/** Rows whose foreign key points at a row of `table` that belongs to the subject. */
export function through(table: string): Reach<never> {
  return { by: "parent", table };
}

/** Rows that any of several ways finds. */
export function anyOf<TColumn extends string>(...of: Reach<TColumn>[]): Reach<TColumn> {
  return { by: "any", of };
}

/** Rows that cannot be looked up for a subject, and why that is right. */
export function unreachable(because: string): Reach<never> {
  return { by: "unreachable", because };
}

export function erase<TColumn extends string>(reach: Reach<TColumn>): RowVerdict<TColumn> {
  return { act: "erase", reach };
}

export function blank<TColumn extends string>(reach: Reach<TColumn>): RowVerdict<TColumn> {
  return { act: "blank", reach };
}

export function retain<TColumn extends string>(
  retention: string,
  reach: Reach<TColumn>,
): RowVerdict<TColumn> {
  return { act: "retain", retention, reach };
}

export const notAbout = { act: "not_about" } as const satisfies RowVerdict;

/** The column stays as it is in a row that stays. */
export const kept = { blank: {}, identifies: [] } as const satisfies ColumnVerdict;

/** The column is set to null (or to `to`) for the subjects named, in a row that stays. */
export function blankedFor<TSubject extends string>(
  subjects: readonly TSubject[],
  to: BlankValue = null,
): ColumnVerdict<TSubject> {
  const blank: Partial<Record<TSubject, BlankValue>> = {};
  for (const subject of subjects) blank[subject] = to;
  return { blank, identifies: [] };
}

/** The column holds an identifier of the subjects named: their verification searches for it. */
export function identifying<TSubject extends string>(
  subjects: readonly TSubject[],
  verdict: ColumnVerdict<TSubject> = kept,
): ColumnVerdict<TSubject> {
  return { ...verdict, identifies: subjects };
}

/** Others may rightly name the subjects here: in their own words, or in their own record. */
export function mayMention<TSubject extends string>(
  subjects: readonly TSubject[],
  because: string,
  verdict: ColumnVerdict<TSubject> = kept,
): ColumnVerdict<TSubject> {
  const reasons: Partial<Record<TSubject, string>> = {};
  for (const subject of subjects) reasons[subject] = because;
  return { ...verdict, mayMention: reasons };
}
