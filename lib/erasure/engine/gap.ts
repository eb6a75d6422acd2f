/** Where a map, a schema and a database disagree, and how to mend it. */
export type Gap = {
  code:
    | "unmapped_table"
    | "unmapped_column"
    | "missing_verdict"
    | "missing_reason"
    | "stale_table"
    | "stale_column"
    | "unknown_to_schema"
    | "missing_in_database"
    | "unmapped_foreign_key"
    | "missing_index";
  table: string;
  column: string | null;
  mend: string;
};

export function gap(code: Gap["code"], table: string, column: string | null, mend: string): Gap {
  return { code, table, column, mend };
}
