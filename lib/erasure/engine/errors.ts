/** What can be wrong with a map, a schema or a subject, before a single row is touched. */
export type PlanErrorCode =
  | "unmapped_table"
  | "unmapped_column"
  | "stale_table"
  | "stale_column"
  | "unknown_subject"
  | "missing_subject_key"
  | "circular_reference"
  | "unreachable_table"
  | "no_primary_key"
  | "no_foreign_key"
  | "unknown_column"
  | "nothing_blanked"
  | "cannot_be_blanked";

/** A plan that cannot be made. The message names the table or column and says how to mend it. */
export class PlanError extends Error {
  readonly code: PlanErrorCode;
  readonly table: string;

  constructor(code: PlanErrorCode, table: string, message: string) {
    super(message);
    this.name = "PlanError";
    this.code = code;
    this.table = table;
  }
}
