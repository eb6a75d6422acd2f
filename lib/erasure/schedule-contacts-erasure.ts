import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditLog, contacts, erasureGroups } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { authoriseContactErasure } from "./authorise-contact-erasure";
import type { ErasureContext, Tx } from "./context";
import { createRequest } from "./create-requests";
import { ErasureError } from "./errors";
import { scheduleRequest } from "./schedule-request";
import { contactDigest } from "./subjects";

/** So many contacts are one request: one run, one verification, one receipt. */
const contactsInRequest = 10_000;

export type ContactsErasure = { selectionId: string; contacts: number; purgeAfter: Date | null };

const Stored = z.array(z.object({ id: z.uuid(), contacts: z.coerce.number() }));

/**
 * Schedules the erasure of contacts chosen together: by name, or as all that match a filter.
 *
 * Authorises before it looks. The choice is resolved once, here, into stored lists of random ids, and
 * is whom the requests are about whatever matches later; a large one becomes several requests, one
 * after the other. Lists, requests, schedule and jobs are written in one transaction.
 *
 * @param chosen a condition on `contacts`.
 * @param expected how many the person who asks was told of, and typed back.
 * @throws ErasureError `not_authorised`, `not_found` for nobody, `count_mismatch`.
 */
export async function scheduleContactsErasure(
  ctx: ErasureContext,
  { workspaceId, chosen, expected }: { workspaceId: string; chosen: SQL; expected: number },
): Promise<ContactsErasure> {
  return await ctx.db.transaction(async (tx) => {
    await authoriseContactErasure(tx, ctx, workspaceId);
    const selectionId = newId();
    const groups = await storeChoice(tx, ctx, { workspaceId, chosen, selectionId });
    const count = groups.reduce((sum, group) => sum + group.contacts, 0);
    if (count === 0) throw new ErasureError("not_found", "There are no such contacts.");
    if (count !== expected) {
      throw new ErasureError("count_mismatch", "Another number of contacts was confirmed.");
    }

    let purgeAfter: Date | null = null;
    for (const group of groups) purgeAfter = await schedule(tx, ctx, workspaceId, group.id);
    await noteInAudit(tx, ctx, workspaceId, count);
    return { selectionId, contacts: count, purgeAfter };
  });
}

async function storeChoice(
  tx: Tx,
  ctx: ErasureContext,
  { workspaceId, chosen, selectionId }: { workspaceId: string; chosen: SQL; selectionId: string },
): Promise<z.infer<typeof Stored>> {
  const rows = await tx.execute(sql`
    insert into ${erasureGroups}
      (id, selection_id, workspace_digest, contact_ids, contacts, chosen_at)
    select gen_random_uuid(), ${selectionId}, ${ctx.vault.digest("workspace", workspaceId)},
      array_agg(id order by id), count(*), ${ctx.now().toISOString()}::timestamptz
    from (
      select ${contacts.id}, (row_number() over (order by ${contacts.id}) - 1) / ${contactsInRequest}::int as part
      from ${contacts} where ${contacts.workspaceId} = ${workspaceId} and ${chosen}
    ) as chosen
    group by part order by part
    returning id, contacts`);
  return Stored.parse(rows);
}

async function schedule(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string,
  groupId: string,
): Promise<Date | null> {
  const request = await createRequest(tx, ctx, {
    state: "verified",
    channel: "crm",
    requesterKind: "representative",
    subjectKind: "contact",
    subjectDigest: contactDigest(ctx.vault, { workspaceId, contactId: groupId }),
    subjectId: groupId,
    content: { workspaceId },
  });
  if (request === null) throw new Error("A new group has a request already.");
  await tx
    .update(erasureGroups)
    .set({ requestId: request.id })
    .where(eq(erasureGroups.id, groupId));
  return await scheduleRequest(tx, ctx, request, {
    subjectId: groupId,
    graceDays: ctx.rules.graceDays,
  });
}

/** That somebody had so many contacts deleted is a matter of security; whom is not kept. */
async function noteInAudit(
  tx: Tx,
  { actor, now }: ErasureContext,
  workspaceId: string,
  count: number,
): Promise<void> {
  await tx.insert(auditLog).values({
    workspaceId,
    occurredAt: now(),
    action: "contacts.deletion_scheduled",
    actorKind: actor.type,
    actorUserId: "userId" in actor ? actor.userId : null,
    detail: { contacts: count },
  });
}
