import { asc, eq, inArray } from "drizzle-orm";
import { erasureRuns, memberships, users } from "@/db/schema";
import { activeHold } from "./active-hold";
import { addressDigests } from "./address-digests";
import type { ErasureContext, Tx } from "./context";
import { extendLease, type HeldRun } from "./lease";
import { mayGoOn, type Obeyed } from "./may-go-on";
import { type RunSubject, RunSubjects } from "./subjects";
import { writeSteps } from "./write-steps";

/** Who goes; or that the run has to stop first; or which holds are on all who would go. */
export type SettledMembers =
  | { outcome: "settled"; subjects: RunSubject[] }
  | { outcome: "stopped" }
  | { outcome: "held"; heldBy: string[] };

/**
 * Decides, once their workspace is gone, which of its members' accounts go with it: those who
 * belong to no other workspace by now.
 *
 * Under the members' locks, and freezes those who go, so that nobody joins a workspace in between.
 * Writes their steps; a group that turns out empty has none. Those on whom a legal hold stands become
 * a group of their own, which is settled when it ends: they are asked again then.
 */
export async function settleMembers(
  ctx: ErasureContext,
  run: HeldRun,
  { index: subjectIndex, ...obeyed }: { index: number } & Obeyed,
): Promise<SettledMembers> {
  return await ctx.db.transaction(async (tx): Promise<SettledMembers> => {
    if (!(await mayGoOn(tx, ctx, run, obeyed))) return { outcome: "stopped" };
    if (!(await extendLease(tx, ctx, run))) return { outcome: "stopped" };
    const [stored] = await tx
      .select({ subjects: erasureRuns.subjects })
      .from(erasureRuns)
      .where(eq(erasureRuns.id, run.id))
      .for("update");
    const subjects = RunSubjects.parse(stored?.subjects);
    const group = subjects[subjectIndex];
    if (group === undefined || group.isSettled) return { outcome: "settled", subjects };

    const { going, held, heldBy } = await membersWhoGo(tx, ctx, [group.keys.userId ?? []].flat());
    if (going.length === 0 && held.length > 0) return { outcome: "held", heldBy };
    const settled = subjects.map((subject, index) =>
      index === subjectIndex ? groupOf(ctx, subject, going, true) : subject,
    );
    if (held.length > 0) settled.push(groupOf(ctx, group, held, false));
    await tx.update(erasureRuns).set({ subjects: settled }).where(eq(erasureRuns.id, run.id));
    await writeSteps(tx, ctx, run.id, settled);
    return { outcome: "settled", subjects: settled };
  });
}

type Member = { id: string; email: string };

async function membersWhoGo(
  tx: Tx,
  ctx: ErasureContext,
  listed: string[],
): Promise<{ going: Member[]; held: Member[]; heldBy: string[] }> {
  if (listed.length === 0) return { going: [], held: [], heldBy: [] };
  const locked = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, listed))
    .orderBy(asc(users.id))
    .for("update");
  const elsewhere = await tx
    .selectDistinct({ id: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.userId, listed));
  const staying = new Set(elsewhere.map(({ id }) => id));
  const leaving = locked.filter(({ id }) => !staying.has(id));
  const scope = leaving.map(({ id }) => ({ kind: "account" as const, id }));
  const holds = (await activeHold(tx, scope, ctx.now())).filter(
    ({ category }) => category === null,
  );

  const heldIds = new Set(holds.map(({ subjectId }) => subjectId));
  const [going, held] = [
    leaving.filter(({ id }) => !heldIds.has(id)),
    leaving.filter(({ id }) => heldIds.has(id)),
  ];
  if (going.length > 0) {
    const ids = going.map(({ id }) => id);
    await tx.update(users).set({ frozenAt: ctx.now() }).where(inArray(users.id, ids));
  }
  return { going, held, heldBy: holds.map(({ id }) => id) };
}

function groupOf(
  ctx: ErasureContext,
  subject: RunSubject,
  members: Member[],
  isSettled: boolean,
): RunSubject {
  const userId = members.map(({ id }) => id);
  const keys = { userId, addressDigests: addressDigests(ctx, members) };
  return { ...subject, kind: "account", keys, isSettled, heldBy: [] };
}
