import { type ErasureRules, retentionArrears } from "@/lib/erasure";
import type { Executor } from "@/lib/erasure/engine";
import type { Finding } from "./finding";

/** What is kept longer than the policy profile says, by table. */
export async function checkRetentions(
  executor: Executor,
  rules: ErasureRules,
  now: Date,
): Promise<Finding> {
  const arrears = await retentionArrears(executor, rules, now);
  return {
    title: "Retentions end on their day",
    state: arrears.length === 0 ? "fine" : "note",
    lines: arrears.map(
      ({ table, rows }) =>
        `${table}: ${rows} rows are kept longer than promised; if no legal hold covers them, is \`npm run worker\` up?`,
    ),
  };
}
