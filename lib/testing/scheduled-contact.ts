import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "@/lib/erasure/context";
import { scheduleContactErasure } from "@/lib/erasure/schedule-contact-erasure";

/** Schedules a contact's erasure, and gives the request's id, by which jobs name it. */
export async function scheduledContact(
  ctx: ErasureContext,
  contact: { workspaceId: string; contactId: string },
): Promise<string> {
  const { confirmationCode } = await scheduleContactErasure(ctx, contact);
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  return request?.id ?? "";
}
