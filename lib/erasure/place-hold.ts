import { and, asc, eq, inArray, sql } from "drizzle-orm";
import {
  contacts,
  erasureGroups,
  erasureRequests,
  erasureRuns,
  legalHolds,
  users,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { activeHold } from "./active-hold";
import { areHeldWhole } from "./are-held-whole";
import { assertMay } from "./assert-may";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { holdScope } from "./hold-scope";
import { isUnfinished } from "./is-unfinished";
import { recordAct } from "./record-act";
import { requestSubject } from "./request-subject";
import { RunSubjects } from "./subjects";
import { transition } from "./transition";
import { uuidArray } from "./uuid-array";
import { holdsWhole } from "./wholly-held";

/**
 * What a hold is on: a workspace, an account or a contact; all of its data or one category of it. With
 * `others`, on those contacts of the same workspace too, each with a hold of its own.
 */
export type HoldTarget =
  | { subjectKind: "workspace" | "account"; subjectId: string; category?: string | null }
  | {
      subjectKind: "contact";
      workspaceId: string;
      subjectId: string;
      others?: readonly string[];
      category?: string | null;
    };

/** On what basis (GDPR 17(3)(b), (e)), by which reference, and until when at the latest. */
export type NewHold = HoldTarget & { basis: string; reference: string; expiresAt: Date | null };

/**
 * Forbids, for now, the purge of what it is on, and of nothing else.
 *
 * It covers the rows that the erasure map gives to its subject, in its category if it has one, and
 * what those rows refer to. A purge under way stops between two batches: entirely, when nothing else
 * is left of it; otherwise it goes on with the rest. What is gone by then stays gone, and the request
 * says so by its counts. When this returns, no batch is under way that does not know the hold; a run
 * looks for holds before every batch, so that one placed while it starts is not missed. Holds that are
 * placed together are released together, by any of them.
 *
 * @returns the first of them.
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function placeHold(ctx: ErasureContext, hold: NewHold): Promise<{ holdId: string }> {
  const { userId } = assertMay(ctx, "place_hold");
  return await ctx.db.transaction(async (tx) => {
    await assertExists(tx, hold);
    const rows = rowsOf(ctx, hold, userId);
    const [{ id: holdId, subjectKind, category } = expected()] = rows;
    for (let from = 0; from < rows.length; from += rowsInStatement) {
      await tx.insert(legalHolds).values(rows.slice(from, from + rowsInStatement));
    }
    const count = rows.length > 1 ? { contacts: rows.length } : {};
    await recordAct(tx, ctx, "hold_placed", {
      detail: { holdId, subjectKind, category, ...count },
    });
    await stopRequests(tx, ctx, rows);
    return { holdId };
  });
}

/** A statement has at most 65,535 parameters. */
const rowsInStatement = 500;

type NewRow = Omit<typeof legalHolds.$inferSelect, "releasedAt">;

function rowsOf(ctx: ErasureContext, hold: NewHold, placedByUserId: string): NewRow[] {
  const { subjectKind, subjectId, basis, reference, expiresAt, category = null } = hold;
  const others = hold.subjectKind === "contact" ? (hold.others ?? []) : [];
  const firstId = newId();
  return [subjectId, ...others].map((id, at) => ({
    id: at === 0 ? firstId : newId(),
    placedWithId: others.length > 0 ? firstId : null,
    contactWorkspaceId: hold.subjectKind === "contact" ? hold.workspaceId : null,
    ...{ subjectKind, subjectId: id, category, basis, reference, expiresAt, placedByUserId },
    placedAt: ctx.now(),
  }));
}

function expected(): never {
  throw new Error("A hold is on one at least.");
}

async function assertExists(tx: Tx, hold: HoldTarget): Promise<void> {
  const found = await findTarget(tx, hold);
  if (found.length === 0) throw new ErasureError("not_found", "There is nothing to hold.");
}

async function findTarget(tx: Tx, hold: HoldTarget): Promise<{ id: string }[]> {
  switch (hold.subjectKind) {
    case "workspace": {
      const isIt = eq(workspaces.id, hold.subjectId);
      return await tx.select({ id: workspaces.id }).from(workspaces).where(isIt);
    }
    case "account": {
      const isIt = eq(users.id, hold.subjectId);
      return await tx.select({ id: users.id }).from(users).where(isIt);
    }
    case "contact": {
      const isIt = and(eq(contacts.workspaceId, hold.workspaceId), eq(contacts.id, hold.subjectId));
      return await tx.select({ id: contacts.id }).from(contacts).where(isIt);
    }
  }
}

/** Waits for every batch under way that the holds concern, and puts on hold what they cover whole. */
async function stopRequests(tx: Tx, ctx: ErasureContext, holds: readonly NewRow[]): Promise<void> {
  const concerned = [
    ...(await scheduledFor(tx, holds)),
    ...(await groupsWith(tx, ctx, holds)),
    ...(await underWay(tx, ctx, holds)),
  ];
  if (concerned.length === 0) return;
  // In a batch's own order: the run first, then its request.
  await tx
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(inArray(erasureRuns.requestId, concerned))
    .orderBy(asc(erasureRuns.id))
    .for("no key update");
  const open = await tx
    .select({ request: erasureRequests, run: erasureRuns })
    .from(erasureRequests)
    .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        inArray(erasureRequests.id, concerned),
        inArray(erasureRequests.state, ["scheduled", "purging"]),
      ),
    )
    .orderBy(asc(erasureRequests.id))
    .for("update", { of: erasureRequests });
  for (const { request, run } of open) {
    if (run === null) {
      const subject = await requestSubject(tx, ctx, request);
      const isHeld = subject !== null && (await areHeldWhole(tx, [subject], ctx.now()));
      if (isHeld) await transition(tx, ctx, request, "on_hold");
      continue;
    }
    const stoppedBy = await wholeStop(tx, holds, run);
    if (stoppedBy === null) {
      await startOver(tx, ctx, run);
      continue;
    }
    await transition(tx, ctx, request, "on_hold");
    await tx
      .update(erasureRuns)
      .set({ stoppedBy: [stoppedBy] })
      .where(eq(erasureRuns.id, run.id));
  }
}

/**
 * Takes a run from its worker, which takes it up again and looks what it may do now. A batch that
 * waited for this transaction looks at holds as they were before; by the fence it sees that it is late.
 */
async function startOver(
  tx: Tx,
  ctx: ErasureContext,
  { id, requestId }: typeof erasureRuns.$inferSelect,
): Promise<void> {
  await tx
    .update(erasureRuns)
    .set({ fence: sql`${erasureRuns.fence} + 1`, leaseUntil: null })
    .where(eq(erasureRuns.id, id));
  await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
}

async function scheduledFor(tx: Tx, holds: readonly NewRow[]): Promise<string[]> {
  const requests = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        sql`${erasureRequests.subjectId} = any(${uuidArray(holds.map(({ subjectId }) => subjectId))})`,
        inArray(erasureRequests.state, ["scheduled", "purging"]),
      ),
    );
  return requests.map(({ id }) => id);
}

/** Requests about several contacts, some of whom are held now. */
async function groupsWith(
  tx: Tx,
  { vault }: ErasureContext,
  holds: readonly NewRow[],
): Promise<string[]> {
  const [{ contactWorkspaceId } = expected()] = holds;
  if (contactWorkspaceId === null) return [];
  const groups = await tx
    .select({ requestId: erasureGroups.requestId })
    .from(erasureGroups)
    .where(
      and(
        eq(erasureGroups.workspaceDigest, vault.digest("workspace", contactWorkspaceId)),
        sql`${erasureGroups.contactIds} && ${uuidArray(holds.map(({ subjectId }) => subjectId))}`,
      ),
    );
  return groups.flatMap(({ requestId }) => requestId ?? []);
}

async function underWay(tx: Tx, ctx: ErasureContext, holds: readonly NewRow[]): Promise<string[]> {
  const placed = new Set(holds.map(({ id }) => id));
  const runs = await tx
    .select({ requestId: erasureRuns.requestId, subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.state, "purging"));
  const concerned = [];
  for (const { requestId, subjects } of runs) {
    const found = await activeHold(tx, holdScope(RunSubjects.parse(subjects ?? [])), ctx.now());
    if (found.some(({ id }) => placed.has(id))) concerned.push(requestId);
  }
  return concerned;
}

/** The hold that covers one of a run's subjects whole, which is not gone yet; null where none does. */
async function wholeStop(
  tx: Tx,
  holds: readonly NewRow[],
  run: typeof erasureRuns.$inferSelect,
): Promise<string | null> {
  for (const [index, subject] of RunSubjects.parse(run.subjects ?? []).entries()) {
    const hold = holds.find((one) => holdsWhole(one, subject));
    if (hold !== undefined && (await isUnfinished(tx, run.id, index))) return hold.id;
  }
  return null;
}
