import { and, eq } from "drizzle-orm";
import { contacts, users } from "@/db/schema";
import { type ActiveHold, activeHold } from "./active-hold";
import { addressDigests } from "./address-digests";
import type { ErasureContext } from "./context";
import { type Plan, type Subject, withhold } from "./engine";
import { holdScope } from "./hold-scope";
import {
  accountSubject,
  contactSubject,
  metaUserSubject,
  planFor,
  type RunSubject,
  workspaceSubject,
} from "./subjects";

/** Without its key, what is encrypted in a held row could not be read any more. */
const keptBesideAnything = ["workspaceKeys"];

type HoldContext = Pick<ErasureContext, "db" | "now" | "vault">;

/** What of a run's subject may be purged for now. */
export type PartToPurge = {
  plan: Plan;
  /** The legal holds that it obeys; one that is not among them has come since. */
  known: readonly string[];
  /** Those of them that keep something of it back. */
  heldBy: readonly string[];
};

/**
 * A subject's plan without what legal holds cover at this moment: the rows of whom or what they are
 * on, in their category if they have one, and what those rows refer to.
 */
export async function partToPurge(ctx: HoldContext, subject: RunSubject): Promise<PartToPurge> {
  const plan = planFor(subject);
  const holds = await activeHold(ctx.db, holdScope([subject]), ctx.now());
  if (holds.length === 0) return { plan, known: [], heldBy: [] };

  const withholdings = [];
  for (const hold of holds) {
    withholdings.push({
      subject: await heldSubject(ctx, hold, subject.kind),
      category: hold.category,
    });
  }
  const withheld = await withhold(ctx.db, plan, withholdings, keptBesideAnything);
  return {
    plan: withheld.plan,
    known: holds.map(({ id }) => id),
    heldBy: withheld.effective.flatMap((at) => holds[at]?.id ?? []),
  };
}

/** With the digests of what leads to a person, who may be known by no more than that in places. */
async function heldSubject(
  ctx: HoldContext,
  { subjectKind, subjectId, contactWorkspaceId }: ActiveHold,
  erased: RunSubject["kind"],
): Promise<Subject> {
  if (subjectKind === "workspace") return workspaceSubject(subjectId);
  if (subjectKind === "contact" && contactWorkspaceId !== null) {
    const contact = { workspaceId: contactWorkspaceId, contactId: subjectId };
    return contactSubject(contact, await phoneDigests(ctx, contact));
  }
  if (erased === "meta_user") return metaUserSubject(subjectId);
  const people = await ctx.db
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, subjectId));
  return accountSubject(subjectId, addressDigests(ctx, people));
}

async function phoneDigests(
  { db, vault }: HoldContext,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<string[]> {
  const found = await db
    .select({ phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
  return found.flatMap(({ phone }) => (phone === null ? [] : [vault.digest("phone", phone)]));
}
