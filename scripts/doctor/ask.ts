import type { SQL } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";

/** Runs a query for its rows, each of the given shape. */
export async function ask<TRow>(
  executor: Executor,
  row: z.ZodType<TRow>,
  query: SQL,
): Promise<TRow[]> {
  return z.array(row).parse(await executor.execute(query));
}
