import { and, eq, isNull, sql } from "drizzle-orm";
import { contactFences, tombstones } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { digestsOf } from "./digests-of";
import { passFence } from "./pass-fence";
import type { RunSubject } from "./subjects";
import { countLess } from "./unfreeze-subject";
import { uuidArray } from "./uuid-array";

type Tombstone = typeof tombstones.$inferInsert;

/** Four parameters a row, of at most 65,535. */
const rowsInInsert = 2_000;

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
  for (let from = 0; from < gone.length; from += rowsInInsert) {
    const some = gone.slice(from, from + rowsInInsert);
    await tx.insert(tombstones).values(some).onConflictDoNothing();
  }
  for (const [workspaceId, contactIds] of contactsIn(subjects)) {
    await keepFences(tx, ctx, workspaceId, contactIds);
  }
}

function tombstonesOf(ctx: ErasureContext, subject: RunSubject): Tombstone[] {
  return digestsOf(ctx.vault, subject).map((subjectDigest) => ({
    subjectKind: subject.kind,
    subjectDigest,
    erasedAt: ctx.now(),
  }));
}

/** The contacts among the subjects, by their workspace. */
function contactsIn(subjects: readonly RunSubject[]): Map<string, string[]> {
  const contacts = new Map<string, string[]>();
  for (const { kind, keys } of subjects) {
    if (kind !== "contact" || typeof keys.workspaceId !== "string") continue;
    const so = contacts.get(keys.workspaceId) ?? [];
    contacts.set(keys.workspaceId, [...so, ...[keys.contactId ?? []].flat()]);
  }
  return contacts;
}

/** Which request it was is of no more use then. */
async function keepFences(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<void> {
  await passFence(tx);
  const kept = await tx
    .update(contactFences)
    .set({ erasedAt: ctx.now(), requestId: null })
    .where(
      and(
        eq(contactFences.workspaceId, workspaceId),
        sql`${contactFences.contactId} = any(${uuidArray(contactIds)})`,
        isNull(contactFences.erasedAt),
      ),
    )
    .returning({ contactId: contactFences.contactId });
  if (kept.length > 0) await countLess(tx, workspaceId, kept.length);
}
