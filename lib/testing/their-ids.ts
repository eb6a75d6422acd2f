import { eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Db, ErasureContext } from "@/lib/erasure";
import type { TestWorkspace } from "./create-workspace";
import { scheduledContact } from "./scheduled-contact";

/** By the name that each has in an input or an address. */
export type TheirIds = Readonly<Record<string, unknown>>;

/** What an action or an address may name of a tenant, by the name that it has there. */
export async function theirIdsOf(ctx: ErasureContext, theirs: TestWorkspace) {
  const { db } = ctx;
  const { id: workspaceId, slug, ownerId, contactIds } = theirs;
  const [contactId = "", leavingId = ""] = contactIds;
  const of = async (table: (typeof owned)[keyof typeof owned]) =>
    onlyId(await db.select({ id: table.id }).from(table).where(eq(table.workspaceId, workspaceId)));
  const actor = { type: "owner", userId: ownerId } as const;
  const requestId = await scheduledContact(
    { ...ctx, actor },
    { workspaceId, contactId: leavingId },
  );
  const [request] = await db
    .select({ code: schema.erasureRequests.confirmationCode })
    .from(schema.erasureRequests)
    .where(eq(schema.erasureRequests.id, requestId));
  const [session] = await db
    .select({ id: schema.sessions.id })
    .from(schema.sessions)
    .where(eq(schema.sessions.userId, ownerId));
  const code = request?.code ?? "";
  return {
    ...{ workspaceId, workspace: slug, confirmSlug: slug, confirmCount: 1 },
    ...{ contactId, id: contactId, ids: [contactId], subjectId: contactId },
    ...{ requestId, duplicateId: requestId, code, into: code },
    ...(await rowsFor(db, theirs, requestId)),
    sessionId: session?.id ?? "",
    attachment: await of(owned.attachment),
    conversation: await of(owned.conversation),
    export: await of(owned.export),
    exportId: await of(owned.export),
    invitationId: await of(owned.invitation),
    memberId: await of(owned.member),
    tagId: await of(owned.tag),
  };
}

const owned = {
  attachment: schema.mediaAttachments,
  conversation: schema.conversations,
  export: schema.workspaceExports,
  invitation: schema.invitations,
  member: schema.memberships,
  tag: schema.tags,
};

async function rowsFor(db: Db, theirs: TestWorkspace, requestId: string) {
  const [holdId, taskId, selectionId] = [newId(), newId(), newId()];
  const at = new Date("2026-11-20T00:00:00Z");
  await db.insert(schema.legalHolds).values({
    ...{ id: holdId, subjectKind: "workspace", subjectId: theirs.id, placedAt: at },
    ...{ basis: "GDPR 17(3)(e)", reference: "Case 7" },
  });
  await db.insert(schema.controllerTasks).values({
    ...{ id: taskId, requestId, controllerId: theirs.id, customerId: theirs.contactIds[0] },
    ...{ matchedBy: "email", createdAt: at, dueAt: new Date("2026-12-20T00:00:00Z") },
  });
  await db.insert(schema.erasureGroups).values({
    ...{ id: newId(), selectionId, workspaceDigest: "theirs", contacts: 1, chosenAt: at },
  });
  return { holdId, taskId, selectionId };
}

function onlyId([row]: { id: string }[]): string {
  if (row === undefined) throw new Error("They have none.");
  return row.id;
}

/**
 * The same, about another tenant's rows: whatever names one, however deep, names theirs instead.
 *
 * @throws for the id of something of which they have none here.
 */
export function aimedAt(value: unknown, theirs: TheirIds): unknown {
  if (Array.isArray(value)) return value.map((one) => aimedAt(one, theirs));
  if (typeof value !== "object" || value === null || value instanceof Blob) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const their = theirs[name];
      if (their !== undefined) return [name, their];
      if (/(^i|I)ds?$/.test(name)) throw new Error(`Nobody here has a ${name}.`);
      return [name, aimedAt(inner, theirs)];
    }),
  );
}
