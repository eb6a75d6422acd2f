import {
  aliasedTable,
  and,
  arrayOverlaps,
  desc,
  eq,
  inArray,
  isNotNull,
  lte,
  or,
} from "drizzle-orm";
import { erasureRequests, erasureRuns, legalHolds, users, workspaces } from "@/db/schema";
import { activeHold, standsAt } from "../active-hold";
import { assertOperator } from "../assert-operator";
import type { ErasureContext } from "../context";
import { holdScope } from "../hold-scope";
import { requestSubject } from "../request-subject";
import { RunSubjects } from "../subjects";
import type { HoldRow } from "./status";

const mostShown = 200;

/**
 * Legal holds that stand, or those that have ended, the latest first; and which requests wait for them.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function listHolds(
  ctx: ErasureContext,
  which: "standing" | "ended",
): Promise<HoldRow[]> {
  assertOperator(ctx, "read legal holds");
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
  const subject = run === undefined ? await requestSubject(ctx, request) : null;
  const subjects =
    run === undefined ? [subject ?? []].flat() : RunSubjects.parse(run.subjects ?? []);
  const concerned = await activeHold(ctx.db, holdScope(subjects), ctx.now());
  const ids = [...new Set([...concerned.map(({ id }) => id), ...(run?.stoppedBy ?? [])])];
  return ids.length === 0 ? [] : await readHolds(ctx, inArray(legalHolds.id, ids));
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
    })
    .from(legalHolds)
    .leftJoin(
      workspaces,
      and(eq(legalHolds.subjectKind, "workspace"), eq(workspaces.id, legalHolds.subjectId)),
    )
    .leftJoin(ofContact, eq(ofContact.id, legalHolds.contactWorkspaceId))
    .leftJoin(users, eq(users.id, legalHolds.placedByUserId))
    .where(where)
    .orderBy(desc(legalHolds.placedAt), desc(legalHolds.id))
    .limit(mostShown);
  const stopped = await stoppedBy(
    ctx,
    holds.map(({ hold }) => hold),
  );
  return holds.map(({ hold, slug, slugOfContact, placedBy }) => ({
    id: hold.id,
    subjectKind: hold.subjectKind === "meta_user" ? "account" : hold.subjectKind,
    subjectId: hold.subjectId,
    workspaceSlug: slug ?? slugOfContact,
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
  holds: readonly { id: string; subjectId: string }[],
): Promise<Map<string, string[]>> {
  const stopped = new Map<string, string[]>();
  if (holds.length === 0) return stopped;
  const waiting = await db
    .select({
      code: erasureRequests.confirmationCode,
      subjectId: erasureRequests.subjectId,
      waitsFor: erasureRuns.stoppedBy,
    })
    .from(erasureRequests)
    .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        eq(erasureRequests.state, "on_hold"),
        or(
          arrayOverlaps(
            erasureRuns.stoppedBy,
            holds.map(({ id }) => id),
          ),
          inArray(
            erasureRequests.subjectId,
            holds.map(({ subjectId }) => subjectId),
          ),
        ),
      ),
    );
  for (const { id, subjectId } of holds) {
    const codes = waiting
      .filter((one) => one.waitsFor?.includes(id) ?? one.subjectId === subjectId)
      .map(({ code }) => code);
    stopped.set(id, codes);
  }
  return stopped;
}
