import { asc, eq, inArray } from "drizzle-orm";
import { erasureRuns, memberships, users } from "@/db/schema";
import { heldIds } from "./active-hold";
import { addressDigests } from "./address-digests";
import type { ErasureContext, Tx } from "./context";
import { extendLease, type HeldRun } from "./lease";
import { mayGoOn } from "./may-go-on";
import { type HoldScope, type RunSubject, RunSubjects } from "./subjects";
import { writeSteps } from "./write-steps";

/**
 * Decides, once their workspace is gone, which of its members' accounts go with it: those who
 * belong to no other workspace by now and on whom no legal hold stands.
 *
 * Under the members' locks, and freezes those who go, so that nobody joins a workspace in between.
 * Writes their steps; a group that turns out empty has none.
 *
 * @returns null when the run has to stop first.
 */
export async function settleMembers(
  ctx: ErasureContext,
  run: HeldRun,
  { index: subjectIndex, heldBy }: { index: number; heldBy: readonly HoldScope[] },
): Promise<RunSubject[] | null> {
  return await ctx.db.transaction(async (tx) => {
    if (!(await mayGoOn(tx, ctx, run, heldBy))) return null;
    if (!(await extendLease(tx, ctx, run))) return null;
    const [stored] = await tx
      .select({ subjects: erasureRuns.subjects })
      .from(erasureRuns)
      .where(eq(erasureRuns.id, run.id))
      .for("update");
    const subjects = RunSubjects.parse(stored?.subjects);
    const group = subjects[subjectIndex];
    if (group === undefined || group.isSettled) return subjects;

    const going = await membersWhoGo(tx, ctx, [group.keys.userId ?? []].flat());
    const settled = subjects.map((subject, index) =>
      index === subjectIndex ? groupOf(ctx, subject, going) : subject,
    );
    await tx.update(erasureRuns).set({ subjects: settled }).where(eq(erasureRuns.id, run.id));
    await writeSteps(tx, ctx, run.id, settled);
    return settled;
  });
}

type Member = { id: string; email: string };

async function membersWhoGo(tx: Tx, ctx: ErasureContext, listed: string[]): Promise<Member[]> {
  if (listed.length === 0) return [];
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
  const held = await heldIds(
    tx,
    listed.map((id) => ({ kind: "account", id })),
    ctx.now(),
  );
  const staying = new Set([...elsewhere.map(({ id }) => id), ...held]);
  const going = locked.filter(({ id }) => !staying.has(id));
  if (going.length > 0) {
    const ids = going.map(({ id }) => id);
    await tx.update(users).set({ frozenAt: ctx.now() }).where(inArray(users.id, ids));
  }
  return going;
}

function groupOf(ctx: ErasureContext, subject: RunSubject, going: Member[]): RunSubject {
  const userId = going.map(({ id }) => id);
  return {
    ...subject,
    kind: "account",
    keys: { userId, addressDigests: addressDigests(ctx, going) },
    isSettled: true,
    heldBy: userId.map((id) => ({ kind: "account", id })),
  };
}
