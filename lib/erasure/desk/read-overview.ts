import { and, asc, count, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { erasureMails, erasureRequests } from "@/db/schema";
import { assertMay } from "../assert-may";
import { daysAfter } from "../calendar";
import type { ErasureContext } from "../context";
import { countQueue } from "./count-queue";
import { queueRow } from "./queue-row";
import { isOpen } from "./queue-where";
import type { Overview, RequestChannel } from "./status";

const weeksShown = 12;
const lateShown = 8;

/** Half of all requests take no longer than the first, nine in ten no longer than the second. */
const Spans = z.object({
  week: z.coerce.date(),
  median: z.coerce.number().nullable(),
  slowest: z.coerce.number().nullable(),
});

/**
 * How the last twelve weeks went: what came in by which way, how long it took to acknowledge and to
 * complete against what is promised, what is open, and what of it is late.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function readOverview(ctx: ErasureContext): Promise<Overview> {
  assertMay(ctx, "read_requests");
  const since = mondayBefore(daysAfter(ctx.now(), -7 * (weeksShown - 1)));
  const weeks = Array.from({ length: weeksShown }, (_, at) => daysAfter(since, 7 * at));
  const [received, acknowledged, completed, counts, late] = await Promise.all([
    receivedByWeek(ctx, since),
    acknowledgedByWeek(ctx, since),
    completedByWeek(ctx, since),
    countQueue(ctx),
    latest(ctx),
  ]);
  const of = <T extends { week: Date }>(found: readonly T[], week: Date) =>
    found.filter((one) => one.week.getTime() === week.getTime());
  return {
    received: weeks.map((week) => ({
      week,
      byChannel: Object.fromEntries(of(received, week).map((one) => [one.channel, one.requests])),
    })),
    acknowledged: weeks.map((week) => ({ week, ...spansOf(of(acknowledged, week)[0]) })),
    completed: weeks.map((week) => ({ week, ...spansOf(of(completed, week)[0]) })),
    promise: {
      acknowledgeHours: ctx.rules.acknowledgeWithinHours,
      completeDays: ctx.rules.completeWithinDays,
    },
    counts,
    late,
  };
}

function spansOf(found: z.infer<typeof Spans> | undefined) {
  return { median: found?.median ?? null, slowest: found?.slowest ?? null };
}

const weekOf = sql`date_trunc('week', ${erasureRequests.receivedAt} at time zone 'UTC') at time zone 'UTC'`;

async function receivedByWeek({ db }: ErasureContext, since: Date) {
  const rows = await db
    .select({
      week: sql`${weekOf}`.mapWith((value) => new Date(value)),
      channel: erasureRequests.channel,
      requests: count(),
    })
    .from(erasureRequests)
    .where(gte(erasureRequests.receivedAt, since))
    .groupBy(sql`1`, erasureRequests.channel);
  return rows satisfies { week: Date; channel: RequestChannel; requests: number }[];
}

/** From receipt to the first mail; a callback is answered on the spot and counts as no time. */
async function acknowledgedByWeek({ db }: ErasureContext, since: Date) {
  const first = db.$with("first").as(
    db
      .select({
        week: sql`${weekOf}`.as("week"),
        hours:
          sql`extract(epoch from min(${erasureMails.sentAt}) - ${erasureRequests.receivedAt}) / 3600`.as(
            "hours",
          ),
      })
      .from(erasureRequests)
      .innerJoin(erasureMails, eq(erasureMails.requestId, erasureRequests.id))
      .where(
        and(
          gte(erasureRequests.receivedAt, since),
          inArray(erasureMails.message, ["verify", "received"]),
          isNotNull(erasureMails.sentAt),
        ),
      )
      .groupBy(erasureRequests.id),
  );
  const rows = await db
    .with(first)
    .select({ week: first.week, ...percentiles(sql`${first.hours}`) })
    .from(first)
    .groupBy(first.week);
  return rows.map((row) => Spans.parse(row));
}

async function completedByWeek({ db }: ErasureContext, since: Date) {
  const days = sql`extract(epoch from ${erasureRequests.closedAt} - ${erasureRequests.receivedAt}) / 86400`;
  const rows = await db
    .select({ week: sql`${weekOf}`, ...percentiles(days) })
    .from(erasureRequests)
    .where(
      and(
        gte(erasureRequests.receivedAt, since),
        inArray(erasureRequests.state, ["completed", "completed_with_retentions"]),
      ),
    )
    .groupBy(sql`1`);
  return rows.map((row) => Spans.parse(row));
}

function percentiles(of: ReturnType<typeof sql>) {
  return {
    median: sql`percentile_cont(0.5) within group (order by ${of})`,
    slowest: sql`percentile_cont(0.9) within group (order by ${of})`,
  };
}

async function latest({ db, now }: ErasureContext) {
  return await db
    .select(queueRow)
    .from(erasureRequests)
    .where(and(isOpen, lt(erasureRequests.dueAt, now())))
    .orderBy(asc(erasureRequests.dueAt), asc(erasureRequests.id))
    .limit(lateShown);
}

/** Weeks begin on Monday, in UTC. */
function mondayBefore(at: Date): Date {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  return daysAfter(day, -((day.getUTCDay() + 6) % 7));
}
