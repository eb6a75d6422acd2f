import { aliasedTable, and, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import {
  erasureGroups,
  erasureRequests,
  erasureRuns,
  legalHolds,
  users,
  workspaces,
} from "@/db/schema";
import { activeHold, standsAt } from "../active-hold";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { holdScope } from "../hold-scope";
import { requestSubject } from "../request-subject";
import { RunSubjects } from "../subjects";
import { uuidArray } from "../uuid-array";
import type { HoldRow } from "./status";

const mostShown = 200;

/** The hold that stands for all that were placed by the same act; itself, where it was alone. */
const firstOfAct = sql<string>`coalesce(${legalHolds.placedWithId}, ${legalHolds.id})`;

/**
 * Legal holds that stand, or those that have ended, the latest first; and which requests wait for them.
 * Those that were placed by one act are one, by the first of them.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function listHolds(
  ctx: ErasureContext,
  which: "standing" | "ended",
): Promise<HoldRow[]> {
  assertMay(ctx, "read_holds");
  const now = ctx.now();
  const hasEnded = or(isNotNull(legalHolds.releasedAt), lte(legalHolds.expiresAt, now));
  return await readHolds(ctx, which === "standing" ? standsAt(now) : hasEnded);
}

/** The holds that stand and concern a request: of its run, or of whom it is about. */
export async function holdsOnCase(
  ctx: ErasureContext,
  request: typeof erasureRequests.$inferSelect,
): Promise<HoldRow[]> {
  const [run] = await ctx.db
    .select({ subjects: erasureRuns.subjects, stoppedBy: erasureRuns.stoppedBy })
    .from(erasureRuns)
    .where(eq(erasureRuns.requestId, request.id));
  const subject =
    run === undefined ? await ctx.db.transaction((tx) => requestSubject(tx, ctx, request)) : null;
  const subjects =
    run === undefined ? [subject ?? []].flat() : RunSubjects.parse(run.subjects ?? []);
  const concerned = await activeHold(ctx.db, holdScope(subjects), ctx.now());
  const ids = [...new Set([...concerned.map(({ id }) => id), ...(run?.stoppedBy ?? [])])];
  if (ids.length === 0) return [];
  const firsts = ctx.db
    .select({ id: firstOfAct })
    .from(legalHolds)
    .where(sql`${legalHolds.id} = any(${uuidArray(ids)})`);
  return await readHolds(ctx, inArray(legalHolds.id, firsts));
}

async function readHolds(
  ctx: ErasureContext,
  where: ReturnType<typeof standsAt>,
): Promise<HoldRow[]> {
  const ofContact = aliasedTable(workspaces, "workspace_of_contact");
  const holds = await ctx.db
    .select({
      hold: legalHolds,
      slug: workspaces.slug,
      slugOfContact: ofContact.slug,
      placedBy: users.name,
      contacts: ctx.db.$count(
        sql`(select ${legalHolds.placedWithId} as first from ${legalHolds}) as together`,
        sql`together.first = ${legalHolds.id}`,
      ),
    })
    .from(legalHolds)
    .leftJoin(
      workspaces,
      and(eq(legalHolds.subjectKind, "workspace"), eq(workspaces.id, legalHolds.subjectId)),
    )
    .leftJoin(ofContact, eq(ofContact.id, legalHolds.contactWorkspaceId))
    .leftJoin(users, eq(users.id, legalHolds.placedByUserId))
    .where(
      and(where, or(isNull(legalHolds.placedWithId), eq(legalHolds.placedWithId, legalHolds.id))),
    )
    .orderBy(desc(legalHolds.placedAt), desc(legalHolds.id))
    .limit(mostShown);
  const stopped = await stoppedBy(
    ctx,
    holds.map(({ hold }) => hold),
  );
  return holds.map(({ hold, slug, slugOfContact, placedBy, contacts }) => ({
    id: hold.id,
    subjectKind: hold.subjectKind === "meta_user" ? "account" : hold.subjectKind,
    subjectId: hold.subjectId,
    workspaceSlug: slug ?? slugOfContact,
    contacts: Math.max(contacts, 1),
    category: hold.category,
    basis: hold.basis,
    reference: hold.reference,
    placedBy,
    placedAt: hold.placedAt,
    expiresAt: hold.expiresAt,
    releasedAt: hold.releasedAt,
    stopped: stopped.get(hold.id) ?? [],
  }));
}

/** The confirmation codes of the requests that wait for each hold: by its run, or by its subject. */
async function stoppedBy(
  { db }: ErasureContext,
  firsts: readonly { id: string }[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .select({
      first: firstOfAct,
      code: erasureRequests.confirmationCode,
    })
    .from(legalHolds)
    .innerJoin(erasureRequests, eq(erasureRequests.state, "on_hold"))
    .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .leftJoin(erasureGroups, eq(erasureGroups.requestId, erasureRequests.id))
    .where(
      and(
        sql`${firstOfAct} = any(${uuidArray(firsts.map(({ id }) => id))})`,
        or(
          sql`${legalHolds.id} = any(${erasureRuns.stoppedBy})`,
          and(
            isNull(erasureRuns.stoppedBy),
            or(
              eq(erasureRequests.subjectId, legalHolds.subjectId),
              sql`${legalHolds.subjectId} = any(${erasureGroups.contactIds})`,
            ),
          ),
        ),
      ),
    );
  const stopped = new Map<string, Set<string>>();
  for (const { first, code } of rows) {
    stopped.set(first, (stopped.get(first) ?? new Set()).add(code));
  }
  return new Map([...stopped].map(([first, codes]) => [first, [...codes].sort()]));
}
