import { and, eq, isNull } from "drizzle-orm";
import { contactFences, tombstones } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { passFence } from "./pass-fence";
import { type Contact, contactDigest, type RunSubject } from "./subjects";
import { countOneLess } from "./unfreeze-subject";

/**
 * Writes the tombstones of a run's subjects, which name them to nobody who does not already hold
 * their key. A contact's fence stays, and refuses it for ever.
 */
export async function entomb(
  tx: Tx,
  ctx: ErasureContext,
  subjects: readonly RunSubject[],
): Promise<void> {
  const gone = subjects.flatMap((subject) => tombstonesOf(ctx, subject));
  if (gone.length > 0) await tx.insert(tombstones).values(gone).onConflictDoNothing();
  for (const contact of subjects.flatMap(contactsOf)) await keepFence(tx, ctx, contact);
}

function tombstonesOf(
  ctx: ErasureContext,
  subject: RunSubject,
): (typeof tombstones.$inferInsert)[] {
  const digests = digestsOf(ctx, subject);
  return digests.map((subjectDigest) => ({
    subjectKind: subject.kind,
    subjectDigest,
    erasedAt: ctx.now(),
  }));
}

function digestsOf({ vault }: ErasureContext, subject: RunSubject): string[] {
  const { kind, keys } = subject;
  if (kind === "contact") return contactsOf(subject).map((one) => contactDigest(vault, one));
  return kind === "workspace"
    ? [keys.workspaceId ?? []].flat().map((id) => vault.digest("workspace", id))
    : [keys.userId ?? []].flat().map((id) => vault.digest("account", id));
}

function contactsOf({ kind, keys: { workspaceId, contactId } }: RunSubject): Contact[] {
  if (kind !== "contact" || typeof workspaceId !== "string") return [];
  return [contactId ?? []].flat().map((id) => ({ workspaceId, contactId: id }));
}

async function keepFence(
  tx: Tx,
  ctx: ErasureContext,
  { workspaceId, contactId }: Contact,
): Promise<void> {
  await passFence(tx);
  const kept = await tx
    .update(contactFences)
    .set({ erasedAt: ctx.now() })
    .where(
      and(
        eq(contactFences.workspaceId, workspaceId),
        eq(contactFences.contactId, contactId),
        isNull(contactFences.erasedAt),
      ),
    )
    .returning({ contactId: contactFences.contactId });
  if (kept.length > 0) await countOneLess(tx, workspaceId);
}
