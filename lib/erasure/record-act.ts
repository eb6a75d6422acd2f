import { erasureActs } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";

export type ActKind = (typeof erasureActs.$inferSelect)["kind"];

/** Ids of the ledger, dates, numbers and typed words; nothing that somebody wrote. */
export type ActDetail = Readonly<Record<string, string | number | boolean | null>>;

/** Writes down what somebody did, and which operator it was; a change of state names none. */
export async function recordAct(
  tx: Tx,
  ctx: Pick<ErasureContext, "actor" | "now">,
  kind: ActKind,
  { requestId = null, detail = null }: { requestId?: string | null; detail?: ActDetail | null },
): Promise<void> {
  await tx.insert(erasureActs).values({
    requestId,
    kind,
    actorKind: ctx.actor.type,
    actorUserId: ctx.actor.type === "operator" ? ctx.actor.userId : null,
    detail,
    occurredAt: ctx.now(),
  });
}
