import { type Executor, readCopies } from "@/lib/erasure/engine";
import type { Finding } from "./finding";

/** Materialised views keep what a purge has taken, until somebody refreshes them. */
export async function checkCopies(executor: Executor): Promise<Finding> {
  const copies = await readCopies(executor);
  return {
    title: "Nothing holds copies of rows",
    state: copies.length === 0 ? "fine" : "note",
    lines: copies.map((name) => `${name} does: after a purge, refresh materialized view ${name};`),
  };
}
