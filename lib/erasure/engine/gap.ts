import type { PlanErrorCode } from "./errors";

/** Where a map, a schema and a database disagree, and how to mend it. */
export type Gap = {
  code:
    | PlanErrorCode
    | "missing_verdict"
    | "missing_reason"
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

/** A gap on one line. */
export function describeGap({ code, table, column, mend }: Gap): string {
  return `${code} ${column === null ? table : `${table} (${column})`}: ${mend}`;
}
