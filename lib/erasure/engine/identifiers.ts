import { sql } from "drizzle-orm";
import type { AnyErasureMap } from "./map";
import type { Plan } from "./plan";
import { columnOf } from "./reach";
import { type Executor, rowsOf } from "./statements";

/**
 * The values that identify a subject, as the map marks them, read before the purge.
 *
 * They are what verification looks for afterwards, so they have to outlive the rows for the
 * length of a run; they are personal data, and the caller keeps them sealed.
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
    const columns = Object.entries(map[step.table.key]?.columns ?? {})
      .filter(([, verdict]) => verdict.identifies.includes(plan.subject.kind))
      .map(([key]) => columnOf(step.table, key));
    if (columns.length === 0) continue;
    const rows = await rowsOf(
      executor,
      sql`select ${sql.join(columns, sql`, `)} from ${step.table.table} where ${step.found.predicate}`,
    );
    for (const value of rows.flatMap((row) => Object.values(row).flat())) {
      if (typeof value === "string") found.add(normalised(value));
    }
  }
  // Shorter values are in every text by chance.
  return [...found].filter((value) => value.length >= 6);
}

/** Compared in lower case and composed form; the search folds the searched text the same way. */
function normalised(value: string): string {
  return value.normalize("NFC").toLowerCase().trim();
}
