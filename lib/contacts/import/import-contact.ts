import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { contactFences, contacts } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import {
  awaitArrivals,
  type ErasureContext,
  fenceOfContact,
  isFenced,
  refuseArrival,
  type Tx,
} from "@/lib/erasure";
import type { ImportRefusal } from "../schemas";
import type { ListedContact } from "./listed-contact";

export type ImportContext = Pick<ErasureContext, "db" | "now" | "vault">;

type Imported = { outcome: "imported" | "updated" } | { outcome: "refused"; reason: ImportRefusal };

/**
 * Imports one contact, in one transaction: found by number, else by address, it is updated with what the
 * list says, and left as it is where the list says nothing.
 *
 * Who was just erased or asked to be left alone is refused in that very transaction.
 */
export async function importContact(
  ctx: ImportContext,
  workspaceId: string,
  listed: ListedContact,
): Promise<Imported> {
  try {
    return await ctx.db.transaction(async (tx) => await write(tx, ctx, workspaceId, listed));
  } catch (error) {
    if (isFenced(error)) return { outcome: "refused", reason: "being_erased" };
    throw error;
  }
}

async function write(
  tx: Tx,
  ctx: ImportContext,
  workspaceId: string,
  { name, phone, email, stage }: ListedContact,
): Promise<Imported> {
  await awaitArrivals(tx, ctx, { workspaceId, phone, email });
  const [known, ...others] = await find(tx, workspaceId, { phone, email });
  if (others.length > 0) return { outcome: "refused", reason: "shared" };
  const refusal = await refuseArrival(tx, ctx, {
    workspaceId,
    phone,
    email,
    sentAt: "unknown",
    isKnown: known !== undefined,
  });
  if (refusal === "suppressed") return { outcome: "refused", reason: refusal };
  if (refusal !== null) {
    const isGoing = await isBeingErased(tx, workspaceId, { phone, email });
    return { outcome: "refused", reason: isGoing ? "being_erased" : "just_erased" };
  }
  const said = {
    name,
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(stage === null ? {} : { lifecycleStage: stage }),
    updatedAt: ctx.now(),
  };
  if (known !== undefined) {
    await tx
      .update(contacts)
      .set(said)
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, known.id)));
    return { outcome: "updated" };
  }
  await tx.insert(contacts).values({ workspaceId, id: newId(), ...said, createdAt: ctx.now() });
  return { outcome: "imported" };
}

/** Whether somebody at the number or address is not erased yet, but as good as. */
async function isBeingErased(
  tx: Tx,
  workspaceId: string,
  { phone, email }: Pick<ListedContact, "phone" | "email">,
): Promise<boolean> {
  const has = or(
    phone === null ? undefined : eq(contacts.phone, phone),
    email === null ? undefined : eq(contacts.email, email),
  );
  const found = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .innerJoin(contactFences, and(fenceOfContact(), isNull(contactFences.erasedAt)))
    .where(and(eq(contacts.workspaceId, workspaceId), has))
    .limit(1);
  return found.length > 0;
}

/** Two at most: who has it, and whether somebody else has, too. */
async function find(
  tx: Tx,
  workspaceId: string,
  { phone, email }: Pick<ListedContact, "phone" | "email">,
): Promise<{ id: string }[]> {
  const by = async (way: SQL | undefined) =>
    await tx
      .select({ id: contacts.id })
      .from(contacts)
      .leftJoin(contactFences, fenceOfContact())
      .where(
        and(
          eq(contacts.workspaceId, workspaceId),
          way,
          isNull(contactFences.contactId),
          isNull(contacts.mergedIntoContactId),
        ),
      )
      .limit(2);
  const byPhone = phone === null ? [] : await by(eq(contacts.phone, phone));
  if (byPhone.length > 0 || email === null) return byPhone;
  // With another number it is somebody else who reads the same mail.
  const hasAddress = eq(contacts.email, email);
  return await by(phone === null ? hasAddress : and(hasAddress, isNull(contacts.phone)));
}
