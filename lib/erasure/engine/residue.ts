/**
 * Something of the subject that is still there: where and how much, never what.
 *
 * `row`: a row to be erased. `unblanked`: a column to be blanked. `identifier`: a value that
 * identifies the subject. `unreadable`: a place that nobody can vouch for. `overrun`: more rows
 * erased than were planned. `file`: an object that no row should lead to any more. A `mention` is an identifier in a column where, by the map, others may
 * rightly name the subject: it is reported, and fails nothing.
 */
export type Residue = {
  kind: "row" | "unblanked" | "identifier" | "unreadable" | "overrun" | "file" | "mention";
  /** Its name, with the schema's where the name alone does not find it. */
  table: string;
  column: string | null;
  /** Zero where they cannot be counted. */
  rows: number;
};
