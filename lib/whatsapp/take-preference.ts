import { awaitArrivals, refuseArrival } from "@/lib/erasure";
import { findSender } from "./find-sender";
import type { IngestContext } from "./ingest-context";
import { recordWish } from "./record-wish";
import type { Taken } from "./take-message";
import type { Preference } from "./webhook-payload";

/**
 * Takes what somebody chose in WhatsApp itself: to get no more marketing messages of a business, or
 * to get them again. Nobody becomes a contact by that.
 *
 * A stop counts also of somebody who was erased: it is what is kept of them. That they want messages
 * again does not, where it was said before their erasure.
 * @throws what the fence throws when its workspace, or the contact meanwhile, is being erased.
 */
export async function takePreference(
  ctx: IngestContext,
  { workspaceId, preference }: { workspaceId: string; preference: Preference },
): Promise<Taken> {
  const phone = `+${preference.wa_id}`;
  const { value: wish, timestamp: at } = preference;
  return await ctx.db.transaction(async (tx) => {
    await awaitArrivals(tx, ctx, { workspaceId, phone });
    const known = await findSender(tx, { workspaceId, phone });
    const arrival = { workspaceId, phone, sentAt: at, isKnown: known !== null };
    const refusal = await refuseArrival(tx, ctx, arrival);
    const isOver = refusal !== null && refusal !== "suppressed";
    if (isOver && wish === "resume") return refusal;
    const evidence = isOver ? null : "chosen in WhatsApp";
    await recordWish(tx, ctx, { workspaceId, phone, contactId: known, wish, at, evidence });
    return "taken";
  });
}
