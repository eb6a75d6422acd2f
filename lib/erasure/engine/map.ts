import type { PgTable } from "drizzle-orm/pg-core";

/** The tables of a Drizzle schema module, without its enums and helpers. */
export type TablesOf<TSchema> = {
  [K in keyof TSchema as TSchema[K] extends PgTable ? K : never]: TSchema[K] extends PgTable
    ? TSchema[K]
    : never;
};

export type ColumnsOf<TTable> = TTable extends PgTable
  ? keyof TTable["_"]["columns"] & string
  : never;

/**
 * Which rows of a table belong to a subject.
 *
 * `keys`: the named columns equal the subject's keys. `parent`: the row refers, by any of its foreign
 * keys to that table, to a row of it that belongs to the subject. `element`: the column is an array, or
 * a JSON one, that has the key among its elements. `unreachable`: the rows name nobody, so none can be
 * looked up; the reason says why.
 */
export type Reach<TColumn extends string = string> =
  | {
      by: "keys";
      keys: Partial<Record<TColumn, string>>;
      /** Only rows whose column has one of these values. */
      among?: Partial<Record<TColumn, readonly string[]>>;
    }
  | { by: "parent"; table: string }
  | { by: "element"; column: TColumn; key: string }
  | { by: "any"; of: Reach<TColumn>[] }
  | { by: "unreachable"; because: string };

/** What becomes of a table's rows when one kind of subject is erased. */
export type RowVerdict<TColumn extends string = string> =
  /** The rows go. */
  | { act: "erase"; reach: Reach<TColumn> }
  /** The rows are somebody else's and stay; the columns that name the subject are blanked. */
  | { act: "blank"; reach: Reach<TColumn> }
  /** The rows are the subject's and are kept, on a stated basis, for a time; blanked columns go. */
  | { act: "retain"; reach: Reach<TColumn>; retention: string }
  /** The rows have nothing to do with this kind of subject. */
  | { act: "not_about" };

/**
 * What a blanked column is set to, or what is taken out of it.
 *
 * `at_purge`: the moment of the batch, for timestamps. `empty`: `{}`, or `[]` and an array without
 * elements. `paths`: in JSON, what these paths lead to is removed or set to null, and the rest stays;
 * `*` is every element. `without`: the elements of an array, or of a JSON one, that equal this key of
 * the subject are removed.
 */
export type BlankValue =
  | null
  | string
  | number
  | boolean
  | { at_purge: true }
  | { empty: "object" | "list" }
  | { paths: readonly JsonPath[]; become: "removed" | "null" }
  | { without: string };

export type JsonPath = readonly [string, ...string[]];

/**
 * What becomes of a column in a row that stays; in a row that goes, it goes.
 *
 * `blank` says for which subjects, and to what; a subject that is not named leaves it as it is.
 * A column by which rows are found is blanked only where it is what names the subject: of an author
 * and an assignee, the one who goes. `alongside` lets another column go by that one's rule: the
 * author's address goes with the author, and not with the assignee.
 * `identifies` names the subjects whose identifier it holds: verification looks for those values
 * everywhere else.
 */
export type ColumnVerdict<TSubject extends string = string> = {
  blank: Partial<Record<TSubject, BlankValue>>;
  alongside?: string;
  identifies: readonly TSubject[];
  /**
   * Why others may rightly name a subject of a kind here: the words of another person, another's
   * own record. Verification reports it as a mention, and does not fail.
   */
  mayMention?: Partial<Record<TSubject, string>>;
};

export type TableEntry<TSubject extends string = string, TColumn extends string = string> = {
  /** The published category this table's rows are counted under. */
  category: string;
  rows: Record<TSubject, RowVerdict<TColumn>>;
  columns: Record<TColumn, ColumnVerdict<TSubject>>;
};

/**
 * The verdict on every table and every column of a schema, for every kind of subject.
 *
 * The compiler refuses a map that leaves one out.
 */
export type ErasureMap<TSchema, TSubject extends string> = {
  [K in keyof TablesOf<TSchema>]: TableEntry<TSubject, ColumnsOf<TablesOf<TSchema>[K]>>;
};

/**
 * What a map speaks of that the schema does not have, as `table` or `table.column`: never, when there
 * is no such thing. A spread hides it from `satisfies`.
 */
export type Stale<TMap, TSchema> = {
  [K in keyof TMap & string]: K extends keyof TablesOf<TSchema>
    ? `${K}.${StaleColumns<TMap[K], TablesOf<TSchema>[K]>}`
    : K;
}[keyof TMap & string];

type StaleColumns<TEntry, TTable> = TEntry extends { columns: infer TColumns }
  ? Exclude<keyof TColumns & string, ColumnsOf<TTable>>
  : never;

/** Compiles for `never` alone. */
export type Nothing<T extends never> = T;

/** The same map as the engine reads it, knowing no table by name. */
export type AnyErasureMap = Readonly<Record<string, TableEntry>>;

/**
 * Whom to erase: the kind the map speaks of, and the keys its reaches name. Keys are opaque ids.
 *
 * A list of keys is a group of subjects of one kind, erased together by one plan.
 */
export type Subject = {
  kind: string;
  keys: Readonly<Record<string, string | readonly string[]>>;
};
