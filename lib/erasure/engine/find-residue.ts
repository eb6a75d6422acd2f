import { type SQL, sql } from "drizzle-orm";
import { isUnblanked } from "./blanks";
import type { Plan, PlanStep } from "./plan";
import { columnOf } from "./reach";
import { type Executor, rowsOf } from "./statements";

/** Something of the subject that is still there: where and how much, never what. */
export type Residue = {
  kind: "row" | "unblanked" | "identifier";
  table: string;
  column: string | null;
  rows: number;
};

/**
 * Looks for what a purge should have left nothing of: rows by any reach of the plan, blanked
 * columns that are not, and the subject's identifiers in text and JSON of the rows kept.
 *
 * Reads what is there now, and does not ask the journal what was done.
 */
export async function findResidue(
  executor: Executor,
  plan: Plan,
  identifiers: readonly string[],
): Promise<Residue[]> {
  const checks = plan.steps.flatMap((step) => checksOn(step, identifiers));
  const residue: Residue[] = [];
  for (const { check, where } of checks) {
    const [row] = await rowsOf(
      executor,
      sql`select count(*) as rows from ${check.step.table.table} where ${where}`,
    );
    const rows = Number(row?.rows ?? 0);
    if (rows > 0) {
      residue.push({ kind: check.kind, table: check.step.table.name, column: check.column, rows });
    }
  }
  return residue;
}

type Check = {
  check: { kind: Residue["kind"]; step: PlanStep; column: string | null };
  where: SQL;
};

function checksOn(step: PlanStep, identifiers: readonly string[]): Check[] {
  const { predicate } = step.found;
  if (step.action === "detach") return [];
  if (step.action === "erase") {
    return [{ check: { kind: "row", step, column: null }, where: predicate }];
  }
  const unblanked: Check[] = [...step.blanks].map(([key, value]) => ({
    check: { kind: "unblanked", step, column: columnOf(step.table, key).name },
    where: sql`${predicate} and ${isUnblanked(step.table, new Map([[key, value]]))}`,
  }));
  if (step.action !== "retain" || identifiers.length === 0) return unblanked;

  const named: Check[] = searchableColumns(step).map((key) => ({
    check: { kind: "identifier", step, column: columnOf(step.table, key).name },
    where: sql`${predicate} and ${contains(columnOf(step.table, key), identifiers)}`,
  }));
  return [...unblanked, ...named];
}

function searchableColumns(step: PlanStep): string[] {
  return Object.keys(step.table.columns).filter((key) =>
    /^(text|varchar|citext|jsonb?|character varying)/.test(columnOf(step.table, key).getSQLType()),
  );
}

/** Identifiers are compared as plain text, so that none of their characters is a wildcard. */
function contains(column: ReturnType<typeof columnOf>, identifiers: readonly string[]): SQL {
  const list = sql.join(
    identifiers.map((value) => folded(sql`${value}::text`)),
    sql`, `,
  );
  return sql`exists (select 1 from unnest(array[${list}]) as identifier where strpos(${folded(sql`${column}::text`)}, identifier) > 0)`;
}

/** One form and one case for both sides, also where the database's own locale knows ASCII only. */
function folded(value: SQL): SQL {
  return sql`lower(normalize(${value}) collate "und-x-icu")`;
}
