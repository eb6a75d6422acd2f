import { and, eq } from "drizzle-orm";
import { contacts, conversations, messages } from "@/db/schema";
import type { ErasureContext } from "@/lib/erasure/context";
import { advanceToEnd } from "@/lib/erasure/testing/advance-to-end";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { teller } from "./testing/teller";

test("of merged contacts, what was said before and comes late is turned away from any of their numbers", async ({
  db,
  as,
  system,
  clock,
}) => {
  const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const before = await fingerprint(db, neighbour.id);
  const [main = "", merged = ""] = mine.contactIds;
  await db.update(contacts).set({ mergedIntoContactId: main }).where(eq(contacts.id, merged));
  const phones = await phonesOf(system, mine, [main, merged]);
  expect(new Set(phones).size).toBe(2);
  const tell = teller(system, mine);
  const lateWords = { at: clock.now(), text: "Late words" };
  clock.advance(60_000);

  await erase(as({ type: "owner", userId: mine.ownerId }), system, mine, main);
  for (const phone of phones) {
    expect(await tell({ ...lateWords, from: numberIn(phone) }), phone).toEqual({ just_erased: 1 });
    expect(await db.$count(contacts, isAt(mine, phone)), phone).toBe(0);
  }
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("of a shared number, what was said before and comes late goes to the one who stays", async ({
  db,
  as,
  system,
  clock,
}) => {
  const mine = await createWorkspace(db);
  const [leaving = "", staying = ""] = mine.contactIds;
  const [phone = ""] = await phonesOf(system, mine, [leaving]);
  await db.update(contacts).set({ phone }).where(eq(contacts.id, staying));
  const tell = teller(system, mine);
  const lateWords = { at: clock.now(), text: "Late words" };
  clock.advance(60_000);

  await erase(as({ type: "owner", userId: mine.ownerId }), system, mine, leaving);
  expect(await tell({ ...lateWords, from: numberIn(phone) })).toEqual({ taken: 1 });
  expect(await db.select({ id: contacts.id }).from(contacts).where(isAt(mine, phone))).toEqual([
    { id: staying },
  ]);
  const heard = await db
    .select({ of: conversations.contactId })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(eq(messages.body, "Late words"));
  expect(heard).toEqual([{ of: staying }]);
});

async function erase(
  owner: ErasureContext,
  system: ErasureContext,
  { id: workspaceId }: TestWorkspace,
  contactId: string,
): Promise<void> {
  await advanceToEnd(system, await scheduledContact(owner, { workspaceId, contactId }));
}

async function phonesOf({ db }: ErasureContext, mine: TestWorkspace, contactIds: string[]) {
  const phones: string[] = [];
  for (const id of contactIds) {
    const isIt = and(eq(contacts.workspaceId, mine.id), eq(contacts.id, id));
    const [found] = await db.select({ phone: contacts.phone }).from(contacts).where(isIt);
    phones.push(found?.phone ?? "");
  }
  return phones;
}

function isAt({ id }: TestWorkspace, phone: string) {
  return and(eq(contacts.workspaceId, id), eq(contacts.phone, phone));
}

/** As WhatsApp tells of it, without a sign. */
function numberIn(phone: string): string {
  return phone.replace("+", "");
}
