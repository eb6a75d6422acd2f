import { and, asc, eq } from "drizzle-orm";
import { addressTombstones, contacts, suppressionEntries, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { advanceRun, type ErasureContext } from "@/lib/erasure";
import { startRun } from "@/lib/erasure/start-run";
import { advanceToEnd } from "@/lib/erasure/testing/advance-to-end";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { answerList } from "./answer-list";

test("a list is imported line by line, and brings back neither the erased nor the suppressed", async ({
  db,
  as,
  system,
  clock,
}) => {
  const mine = await createWorkspace(db, { contacts: 3, messages: 1 });
  const neighbour = await createWorkspace(db, { contacts: 3, messages: 1 });
  const before = await fingerprint(db, neighbour.id);
  const [erased = "", known = "", other = ""] = mine.contactIds;
  const requestId = await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
    workspaceId: mine.id,
    contactId: erased,
  });
  while ((await advanceRun(system, requestId)) === "again");
  await db.insert(suppressionEntries).values({
    workspaceId: mine.id,
    channel: "whatsapp",
    addressDigest: system.vault.digest("phone", "+447700900999"),
  });
  await db.insert(contacts).values(
    ["One", "Two"].map((name) => ({
      workspaceId: mine.id,
      id: newId(),
      name,
      phone: "+447700900555",
    })),
  );
  const list = [
    "\ufeffName;Phone Number;E-Mail;Stage;Shoe size",
    "Known Renamed;001 555 000 0001;;repeat customer;41",
    "Newcomer;+44 7700 900123;NEW@Mail.Example;;",
    "Erased by phone;+1 555 000-0000;;;",
    "Erased by mail;;customer0@example.test;;",
    "Suppressed;+44 7700 900999;;;",
    "Shared;+44 7700 900555;;;",
    ";+44 7700 900124;;;",
    "Nowhere;;;;",
    "No country;07700 900125;;;",
    "No mail;;not a mail;;",
    '"Two lines\nof a name";+447700900126;;;',
    "'=Formula;+447700900127;;;",
  ].join("\r\n");
  const told = await answerTo(list);
  expect(told).toEqual([
    "2,updated,",
    "3,imported,",
    "4,refused,just_erased",
    "5,refused,just_erased",
    "6,refused,suppressed",
    "7,refused,shared",
    "8,refused,no_name",
    "9,refused,no_address",
    "10,refused,phone_unreadable",
    "11,refused,email_unreadable",
    "13,imported,",
    "14,imported,",
  ]);

  const [renamed] = await db.select().from(contacts).where(eq(contacts.id, known));
  expect(renamed).toMatchObject({
    name: "Known Renamed",
    phone: "+15550000001",
    email: "customer1@example.test",
    lifecycleStage: "repeat_customer",
  });
  const [newcomer] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, mine.id), eq(contacts.phone, "+447700900123")));
  expect(newcomer).toMatchObject({ name: "Newcomer", email: "new@mail.example" });
  const names = await db
    .select({ name: contacts.name })
    .from(contacts)
    .where(eq(contacts.workspaceId, mine.id))
    .orderBy(asc(contacts.name));
  expect(names).toHaveLength(7);
  expect(names.map(({ name }) => name)).toContain("=Formula");
  expect(await db.$count(contacts, eq(contacts.id, other))).toBe(1);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  expect(await answerTo(list)).toEqual(told.map((line) => line.replace("imported", "updated")));
  clock.advance(31 * 24 * 60 * 60_000);
  await db.delete(addressTombstones);
  expect(await answerTo("name,email\nBack,customer0@example.test")).toEqual(["2,imported,"]);

  async function answerTo(text: string): Promise<string[]> {
    return await answer(text, { maxLines: 100 });
  }

  async function answer(text: string, { maxLines }: { maxLines: number }): Promise<string[]> {
    return await answersTo(system, { workspaceId: mine.id, maxLines }, text);
  }

  expect(await answer("first,second\na,b", { maxLines: 100 })).toEqual([",stopped,no_columns"]);
  expect(await answer("", { maxLines: 100 })).toEqual([",stopped,no_columns"]);
  expect(await answer("name\tphone\nA\t+447700900130\nB\t+447700900131", { maxLines: 1 })).toEqual([
    "2,imported,",
    ",stopped,too_many_lines",
  ]);
  expect(await answer('name,phone\nA,+447700900130\n"B,x', { maxLines: 100 })).toEqual([
    ",stopped,broken",
  ]);
  expect(
    await answer(`name,phone\n${"x".repeat(70_000)},+447700900132`, { maxLines: 100 }),
  ).toEqual([",stopped,broken"]);
});

test("a line for somebody whose erasure is under way is refused for that, and the others are imported", async ({
  db,
  as,
  system,
}) => {
  const mine = await createWorkspace(db, { contacts: 2, messages: 1 });
  const neighbour = await createWorkspace(db, { contacts: 2, messages: 1 });
  const before = await fingerprint(db, neighbour.id);
  const [leaving = ""] = mine.contactIds;
  const owner = as({ type: "owner", userId: mine.ownerId });
  const requestId = await scheduledContact(owner, { workspaceId: mine.id, contactId: leaving });
  expect(await startRun(system, requestId)).toBe(true);
  const isLeaving = eq(contacts.id, leaving);
  const untouched = await db.select().from(contacts).where(isLeaving);
  expect(untouched).toHaveLength(1);

  const list =
    "name,phone,email\nBy phone,+15550000000,\nBy mail,,customer0@example.test\nStaying,+15550000001,\nNew,+447700900123,";
  const answer = () => answersTo(system, { workspaceId: mine.id, maxLines: 100 }, list);
  expect(await answer()).toEqual([
    "2,refused,being_erased",
    "3,refused,being_erased",
    "4,updated,",
    "5,imported,",
  ]);
  expect(await db.select().from(contacts).where(isLeaving)).toEqual(untouched);
  expect(await db.$count(contacts, eq(contacts.workspaceId, mine.id))).toBe(3);

  await advanceToEnd(system, requestId);
  expect(await answer()).toEqual([
    "2,refused,just_erased",
    "3,refused,just_erased",
    "4,updated,",
    "5,updated,",
  ]);
  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, mine.id));
  expect(await answer(), "of a workspace that is going").toEqual([
    "2,refused,just_erased",
    "3,refused,just_erased",
    "4,refused,being_erased",
    "5,refused,being_erased",
  ]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

async function answersTo(
  system: ErasureContext,
  into: { workspaceId: string; maxLines: number },
  text: string,
): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of answerList(system, into, bytesOf(text))) parts.push(part);
  return parts.join("").trim().split("\n").slice(1);
}

/** In small pieces, as a network brings them. */
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += 7) yield bytes.subarray(from, from + 7);
}
