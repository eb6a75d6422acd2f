import { type Executor, vacuumHints } from "@/lib/erasure/engine";
import type { Finding } from "./finding";

/** Tables in which many rows are dead; erased data stays in a table's file until it is vacuumed. */
export async function checkBloat(executor: Executor): Promise<Finding> {
  const hints = await vacuumHints(executor);
  return {
    title: "No table holds many dead rows",
    state: hints.length === 0 ? "fine" : "note",
    lines: hints.map(({ table, deadRows, liveRows, bytes, isLeftToAutovacuum }) => {
      const how = isLeftToAutovacuum
        ? "autovacuum will come; sooner:"
        : "autovacuum will not come:";
      return `${table}: ${deadRows} dead rows beside ${liveRows}, ${megabytes(bytes)}; ${how} vacuum (analyze) "${table}";`;
    }),
  };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
