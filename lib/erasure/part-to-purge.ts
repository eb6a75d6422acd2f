import { and, eq, sql } from "drizzle-orm";
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
import { uuidArray } from "./uuid-array";

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

  const together = placedTogether(holds);
  const withholdings = [];
  for (const [hold, ...others] of together) {
    const contactIds = others.map(({ subjectId }) => subjectId);
    withholdings.push({
      subject: await heldSubject(ctx, hold, contactIds, subject.kind),
      category: hold.category,
    });
  }
  const withheld = await withhold(ctx.db, plan, withholdings, keptBesideAnything);
  return {
    plan: withheld.plan,
    known: holds.map(({ id }) => id),
    heldBy: withheld.effective.flatMap((at) => (together[at] ?? []).map(({ id }) => id)),
  };
}

/** Of a category so many are asked for one by one, and no row is kept for another's sake. */
const oneByOne = 100;

/**
 * Contacts that were held by one act are asked for as one: there may be thousands. Where they are held
 * whole that changes nothing; of one category, what a held row refers to then keeps the like of all who
 * were held with it, so only many are.
 */
function placedTogether(holds: readonly ActiveHold[]): [ActiveHold, ...ActiveHold[]][] {
  const groups = new Map<string, [ActiveHold, ...ActiveHold[]]>();
  for (const hold of holds) {
    const key = hold.placedWithId ?? hold.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hold]);
    else group.push(hold);
  }
  return [...groups.values()].flatMap((group) => {
    const isOne = group[0].category === null || group.length > oneByOne;
    return isOne ? [group] : group.map((hold): [ActiveHold] => [hold]);
  });
}

/** With the digests of what leads to a person, who may be known by no more than that in places. */
async function heldSubject(
  ctx: HoldContext,
  { subjectKind, subjectId, contactWorkspaceId }: ActiveHold,
  otherContacts: readonly string[],
  erased: RunSubject["kind"],
): Promise<Subject> {
  if (subjectKind === "workspace") return workspaceSubject(subjectId);
  if (subjectKind === "contact" && contactWorkspaceId !== null) {
    const contactId = otherContacts.length === 0 ? subjectId : [subjectId, ...otherContacts];
    const contact = { workspaceId: contactWorkspaceId, contactId };
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
  { workspaceId, contactId }: { workspaceId: string; contactId: string | string[] },
): Promise<string[]> {
  const ids = uuidArray([contactId].flat());
  const found = await db
    .select({ phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), sql`${contacts.id} = any(${ids})`));
  return found.flatMap(({ phone }) => (phone === null ? [] : [vault.digest("phone", phone)]));
}
