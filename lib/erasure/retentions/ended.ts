import { and, type SQL, sql } from "drizzle-orm";
import { workspaces } from "@/db/schema";
import { daysAfter, monthsAfter } from "../calendar";
import type { ErasureRules } from "../context";
import type { RetainedTable } from "./retained-tables";

/** A period of the profile, as it stands at a moment. */
export type Period = { months: number; now: Date };

/** @throws when the profile does not say how long this is kept. */
export function periodOf(rules: ErasureRules, retention: string, now: Date): Period {
  const months = rules.retentionMonths[retention];
  if (months === undefined)
    throw new Error(`The profile does not say how long ${retention} lasts.`);
  return { months, now };
}

/** As short as months are: what is from before then may be over, and an index finds it. */
const mostDaysOff = 3;

/**
 * The rows of a table whose period is over: so many months of the UTC calendar after a moment that
 * they record, a month after the 31st being the last of the next.
 */
export function isEnded(
  { workspaceId, isOfGoneWorkspaces }: Pick<RetainedTable, "workspaceId" | "isOfGoneWorkspaces">,
  end: { since: SQL; only?: SQL | undefined },
  { months, now }: Period,
): SQL | undefined {
  const isGone =
    isOfGoneWorkspaces && workspaceId !== null
      ? sql`not exists (select from ${workspaces} where ${workspaces.id} = ${workspaceId})`
      : undefined;
  const atMost = daysAfter(monthsAfter(now, -months), mostDaysOff).toISOString();
  return and(
    sql`${end.since} <= ${atMost}::timestamptz`,
    sql`(${end.since} at time zone 'UTC' + make_interval(months => ${months}::int))
      at time zone 'UTC' <= ${now.toISOString()}::timestamptz`,
    end.only,
    isGone,
  );
}
