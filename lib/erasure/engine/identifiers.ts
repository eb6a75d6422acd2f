import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { AnyErasureMap } from "./map";
import { normalise } from "./normalise";
import type { Plan, PlanStep } from "./plan";
import { type KeyColumn, pagesOf } from "./read-pages";
import { sqlType } from "./sql-type";
import type { Executor } from "./statements";
import { columnOf, type TableInfo } from "./tables";
import { windowLength } from "./window-filter";

/**
 * The values that identify a subject, as the map marks them, normalised, read before the purge.
 *
 * They are what verification looks for afterwards, so they have to outlive the rows for the
 * length of a run; they are personal data, and the caller keeps them sealed. Read page by page, so
 * that only distinct values are in memory. Shorter ones than six characters are left out: those
 * are in every text by chance.
 */
export async function collectIdentifiers(
  executor: Executor,
  plan: Plan,
  map: AnyErasureMap,
): Promise<string[]> {
  const found = new Set<string>();
  for (const step of plan.steps) {
    // Rows that only refer to the subject's are other people's.
    if (step.action === "detach") continue;
    const columns = identifyingColumns(step, plan, map);
    if (columns.length === 0) continue;
    const pages = pagesOf(executor, {
      from: sql`${step.table.table}`,
      where: step.found.predicate,
      key: keyOf(step.table),
      columns: columns.map((column) => sql`to_jsonb(${column})`),
    });
    for await (const page of pages) {
      for (const json of page.flat()) for (const value of valuesIn(json)) found.add(value);
    }
  }
  return [...found].filter((value) => value.length >= windowLength);
}

function identifyingColumns(step: PlanStep, plan: Plan, map: AnyErasureMap): PgColumn[] {
  return Object.entries(map[step.table.key]?.columns ?? {})
    .filter(([, verdict]) => verdict.identifies.includes(plan.subject.kind))
    .map(([key]) => columnOf(step.table, key));
}

/** Elements of an array, and what is deep in JSON, are identifiers each. */
function valuesIn(json: string | null): string[] {
  if (json === null) return [];
  // A number is taken as it is written: parsing would round a long id.
  if (/^-?\d+$/.test(json)) return [normalise(json)];
  const values: string[] = [];
  JSON.parse(json, (_key, value: unknown) => {
    if (typeof value === "string") values.push(normalise(value));
    return value;
  });
  return values;
}

function keyOf(table: TableInfo): KeyColumn[] {
  return table.primaryKey.map((key) => {
    const column = columnOf(table, key);
    return { column: sql`${column}`, type: sqlType(column) };
  });
}
