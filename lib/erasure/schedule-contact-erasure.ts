import { and, eq, notInArray } from "drizzle-orm";
import { contacts, erasureRequests } from "@/db/schema";
import { authoriseContactErasure } from "./authorise-contact-erasure";
import type { ErasureContext, Tx } from "./context";
import { createRequest } from "./create-requests";
import { ErasureError } from "./errors";
import { scheduleRequest } from "./schedule-request";
import { type Contact, contactDigest } from "./subjects";
import { closedStates } from "./transition";

/**
 * Schedules the erasure of an end customer who asked the business for it (GDPR 17, 28(3)(e)).
 *
 * Owners and admins may, and agents where the workspace allows it. Authorises before it looks for
 * the contact. The request, its schedule and its job are written in one transaction; asked again
 * while a request is open, it answers with that one.
 *
 * @throws ErasureError `not_authorised`, `not_found`.
 */
export async function scheduleContactErasure(
  ctx: ErasureContext,
  contact: Contact,
): Promise<{ confirmationCode: string; purgeAfter: Date | null }> {
  return await ctx.db.transaction(async (tx) => {
    await authoriseContactErasure(tx, ctx, contact.workspaceId);
    await assertExists(tx, contact);
    const subjectDigest = contactDigest(ctx.vault, contact);
    const request = await createRequest(tx, ctx, {
      state: "verified",
      channel: "crm",
      requesterKind: "representative",
      subjectKind: "contact",
      subjectDigest,
      subjectId: contact.contactId,
      content: { workspaceId: contact.workspaceId },
    });
    if (request === null) return await openRequest(tx, subjectDigest);
    const purgeAfter = await scheduleRequest(tx, ctx, request, {
      subjectId: contact.contactId,
      graceDays: ctx.rules.graceDays,
    });
    return { confirmationCode: request.confirmationCode, purgeAfter };
  });
}

async function assertExists(tx: Tx, { workspaceId, contactId }: Contact): Promise<void> {
  const found = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
  if (found.length === 0) throw new ErasureError("not_found", "There is no such contact.");
}

async function openRequest(
  tx: Tx,
  subjectDigest: string,
): Promise<{ confirmationCode: string; purgeAfter: Date | null }> {
  const [open] = await tx
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      purgeAfter: erasureRequests.purgeAfter,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectKind, "contact"),
        eq(erasureRequests.subjectDigest, subjectDigest),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    );
  if (open === undefined) throw new ErasureError("wrong_state", "The open request has just ended.");
  return open;
}
