import { sql } from "drizzle-orm";
import { z } from "zod";
import { daysAfter } from "../calendar";
import type { ErasureRules } from "../context";
import type { Executor } from "../engine";
import { isEnded, periodOf } from "./ended";
import { retainedTables } from "./retained-tables";

/** A sweep ends retentions every hour: what is this late was left behind. */
const toleratedDays = 2;

/** Enough to know that it is many. */
const mostCounted = 10_000;

const Count = z.tuple([z.object({ rows: z.coerce.number() })]);

/**
 * The tables with rows that are kept longer than the profile says, and how many; at most 10,000 are
 * counted. Rows under a legal hold are among them.
 */
export async function retentionArrears(
  executor: Executor,
  rules: ErasureRules,
  now: Date,
): Promise<{ table: string; rows: number }[]> {
  const arrears: { table: string; rows: number }[] = [];
  for (const retained of retainedTables()) {
    const period = periodOf(rules, retained.retention, daysAfter(now, -toleratedDays));
    for (const end of retained.ends) {
      if (end.by !== "age") continue;
      const late = sql`select from ${retained.table}
        where ${isEnded(retained, end, period)} limit ${mostCounted}`;
      const [{ rows }] = Count.parse(
        await executor.execute(sql`select count(*) as rows from (${late}) late`),
      );
      if (rows > 0) arrears.push({ table: retained.key, rows });
    }
  }
  return arrears;
}
