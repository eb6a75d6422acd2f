import { and, eq, inArray, or } from "drizzle-orm";
import { contacts, users, workspaces } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { phoneNotations } from "../engine";
import { ErasureError } from "../errors";
import type { HoldTarget } from "../place-hold";
import { Email } from "../schemas";

/**
 * Finds what an operator wants to hold by how people know it: a workspace by its slug, an account by
 * its address, a contact by its workspace and its address or number.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator; `not_found` also where more than
 * one answers to it.
 */
export async function findHoldTarget(
  ctx: ErasureContext,
  {
    subjectKind,
    workspace,
    person,
  }: {
    subjectKind: HoldTarget["subjectKind"];
    workspace: string;
    person: string;
  },
): Promise<HoldTarget> {
  assertMay(ctx, "place_hold");
  if (subjectKind === "account") {
    const email = Email.safeParse(person);
    const found = email.success
      ? await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email.data))
      : [];
    return { subjectKind, subjectId: theOnly(found) };
  }
  const found = await ctx.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.slug, workspace));
  const workspaceId = theOnly(found);
  if (subjectKind === "workspace") return { subjectKind, subjectId: workspaceId };
  const people = await ctx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        or(eq(contacts.email, person.toLowerCase()), inArray(contacts.phone, numbersOf(person))),
      ),
    )
    .limit(2);
  return { subjectKind, workspaceId, subjectId: theOnly(people) };
}

/** A number is stored with its country; typed, it may come in any notation that has it. */
export function numbersOf(text: string): string[] {
  const digits = [...(phoneNotations(text) ?? []), text.replace(/\D/g, "")];
  return [...new Set(digits)].flatMap((one) => (one === "" ? [] : [`+${one}`, one]));
}

function theOnly(found: readonly { id: string }[]): string {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) {
    throw new ErasureError("not_found", "Nobody, or more than one, answers to that.");
  }
  return first.id;
}
