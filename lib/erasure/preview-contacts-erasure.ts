import { and, asc, count, eq, type SQL } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { ErasureContext } from "./context";
import { countPlan } from "./engine";
import { erasedIn } from "./erased-in";
import { findContacts } from "./find-contacts";
import { ownAddresses } from "./own-addresses";
import { retainedIn } from "./retained";
import type { ContactsPreview } from "./status";
import { contactSubject, planFor } from "./subjects";

/** Counting the rows of more contacts takes longer than somebody waits for a dialog. */
const contactsCounted = 2_000;

/**
 * What erasing chosen contacts would do now: how many, and rows by category. Changes nothing.
 *
 * Rows are exact for up to 2,000 contacts, and projected from the first 2,000 for more. Authorising
 * the reader is the caller's.
 */
export async function previewContactsErasure(
  ctx: ErasureContext,
  { workspaceId, chosen }: { workspaceId: string; chosen: SQL },
): Promise<ContactsPreview> {
  const where = and(eq(contacts.workspaceId, workspaceId), chosen);
  return await ctx.db.transaction(async (tx) => {
    const [counted] = await tx.select({ contacts: count() }).from(contacts).where(where);
    const total = counted?.contacts ?? 0;
    const some = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(where)
      .orderBy(asc(contacts.id))
      .limit(contactsCounted);
    if (some.length === 0) return { contacts: 0, isProjected: false, erased: [], retained: [] };

    const ids = some.map(({ id }) => id);
    const found = await findContacts(tx, workspaceId, ids);
    const addresses = await ownAddresses(tx, workspaceId, found);
    const digests = found.flatMap((contact) => addresses.digestsOf(ctx.vault, contact));
    const contactId = found.map(({ id }) => id);
    const plan = planFor(contactSubject({ workspaceId, contactId }, digests));
    const counts = await countPlan(tx, plan);
    const factor = total / some.length;
    const steps = plan.steps.map((step, at) => ({
      step,
      rows: Math.round((counts[at] ?? 0) * factor),
    }));
    return {
      contacts: total,
      isProjected: factor > 1,
      erased: erasedIn(steps),
      retained: retainedIn(steps, ctx),
    };
  });
}
