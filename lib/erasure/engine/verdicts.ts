import type { BlankValue, ColumnVerdict, JsonPath, Reach, RowVerdict } from "./map";

/** The vocabulary in which an erasure map is written. */

/** What has to be said in words: an empty text, or a blank one, does not compile. */
type Said<TText extends string> = Trimmed<TText> extends "" ? never : TText;
type Trimmed<TText extends string> = TText extends ` ${infer TRest}` ? Trimmed<TRest> : TText;

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

/** Rows whose array, or JSON array, has the subject's key among its elements. */
export function whereElement<TColumn extends string>(column: TColumn, key: string): Reach<TColumn> {
  return { by: "element", column, key };
}

/** Rows that any of several ways finds. */
export function anyOf<TColumn extends string>(...of: Reach<TColumn>[]): Reach<TColumn> {
  return { by: "any", of };
}

/** Rows that cannot be looked up for a subject, and why that is right. */
export function unreachable<TReason extends string>(because: Said<TReason>): Reach<never> {
  return { by: "unreachable", because };
}

export function erase<TColumn extends string>(reach: Reach<TColumn>): RowVerdict<TColumn> {
  return { act: "erase", reach };
}

export function blank<TColumn extends string>(reach: Reach<TColumn>): RowVerdict<TColumn> {
  return { act: "blank", reach };
}

export function retain<TColumn extends string, TName extends string>(
  retention: Said<TName>,
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

/** What these paths of a JSON column lead to is removed, or set to null; the rest of it stays. */
export function blankedPaths<TSubject extends string>(
  subjects: readonly TSubject[],
  paths: readonly JsonPath[],
  become: "removed" | "null" = "removed",
): ColumnVerdict<TSubject> {
  return blankedFor(subjects, { paths, become });
}

/** The elements of an array that equal the subject's key are removed. */
export function withoutElement<TSubject extends string>(
  subjects: readonly TSubject[],
  key: string,
): ColumnVerdict<TSubject> {
  return blankedFor(subjects, { without: key });
}

/** The column is blanked only in rows where the other names the subject. */
export function alongside<TSubject extends string>(
  column: string,
  verdict: ColumnVerdict<TSubject>,
): ColumnVerdict<TSubject> {
  return { ...verdict, alongside: column };
}

/** The column holds an identifier of the subjects named: their verification searches for it. */
export function identifying<TSubject extends string>(
  subjects: readonly TSubject[],
  verdict: ColumnVerdict<TSubject> = kept,
): ColumnVerdict<TSubject> {
  return { ...verdict, identifies: subjects };
}

/** Others may rightly name the subjects here: in their own words, or in their own record. */
export function mayMention<TSubject extends string, TReason extends string>(
  subjects: readonly TSubject[],
  because: Said<TReason>,
  verdict: ColumnVerdict<TSubject> = kept,
): ColumnVerdict<TSubject> {
  const reasons: Partial<Record<TSubject, string>> = {};
  for (const subject of subjects) reasons[subject] = because;
  return { ...verdict, mayMention: reasons };
}
