import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { consentRecords, contacts, suppressionEntries } from "@/db/schema";
import { advanceRun } from "@/lib/erasure";
import type { ErasureContext } from "@/lib/erasure/context";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { type Said, teller } from "./testing/teller";

const second = 1_000;
const [known, stranger] = ["15550000000", "447700900123"];

test("a stop is recorded and honoured, outlives the contact, and ends by their own word alone", async ({
  db,
  as,
  system,
  clock,
}) => {
  const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const before = await fingerprint(db, neighbour.id);
  const [contactId = ""] = mine.contactIds;
  const tell = teller(system, mine);
  const later = () => {
    clock.advance(60 * second);
    return clock.now();
  };

  expect(await tell({ from: known, at: later(), text: "Stop" })).toEqual({ taken: 1 });
  expect(await consentOf(system, contactId)).toMatchObject([
    { state: "granted" },
    { state: "withdrawn", evidence: expect.stringContaining('"stop"') },
  ]);
  expect(await isStopped(system, mine, known)).toBe(true);
  await tell({ from: known, at: later(), text: "Where is my order?" });
  expect(await isStopped(system, mine, known), "an ordinary word lifts nothing").toBe(true);

  const requestId = await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
    workspaceId: mine.id,
    contactId,
  });
  while ((await advanceRun(system, requestId)) === "again");
  expect(await isStopped(system, mine, known)).toBe(true);
  expect(await tell({ from: known, at: later(), text: "Hello?" })).toEqual({ suppressed: 1 });
  expect(await peopleAt(system, mine, known)).toBe(0);
  const again = later();
  expect(await tell({ from: known, at: again, text: "START" })).toEqual({ taken: 1 });
  expect(await peopleAt(system, mine, known)).toBe(1);
  expect(await isStopped(system, mine, known)).toBe(false);

  // What they had said before their erasure, and before they came back, comes late.
  const late = new Date(+again - 200 * second);
  expect(await tell({ from: known, at: late, text: "stop" })).toEqual({ just_erased: 1 });
  expect(await isStopped(system, mine, known), "they came back since").toBe(false);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("a stop that comes after its sender's erasure is all that is kept of it", async ({
  db,
  as,
  system,
  clock,
}) => {
  const mine = await createWorkspace(db);
  const [contactId = ""] = mine.contactIds;
  const tell = teller(system, mine);
  const sentAt = clock.now();
  clock.advance(60 * second);
  const requestId = await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
    workspaceId: mine.id,
    contactId,
  });
  while ((await advanceRun(system, requestId)) === "again");
  const { suppression_entries: _, ...before } = await fingerprint(db, mine.id);

  expect(await tell({ from: known, at: sentAt, text: "START" })).toEqual({ just_erased: 1 });
  expect(await isStopped(system, mine, known)).toBe(false);
  expect(await tell({ from: known, at: sentAt, text: "STOP" })).toEqual({ just_erased: 1 });
  expect(await isStopped(system, mine, known)).toBe(true);
  const { suppression_entries: __, ...after } = await fingerprint(db, mine.id);
  expect(after).toEqual(before);
});

test("what is chosen in WhatsApp counts the same, and makes nobody a contact", async ({
  db,
  system,
  clock,
}) => {
  const mine = await createWorkspace(db);
  const [contactId = ""] = mine.contactIds;
  const tell = teller(system, mine);
  const at = clock.now();
  const after = new Date(+at + second);
  expect(
    await tell({ from: known, at, chose: "stop" }, { from: stranger, at, chose: "stop" }),
  ).toEqual({ taken: 2 });
  expect([await isStopped(system, mine, known), await isStopped(system, mine, stranger)]).toEqual([
    true,
    true,
  ]);
  expect((await consentOf(system, contactId)).at(-1)).toMatchObject({ state: "withdrawn" });
  expect(await peopleAt(system, mine, stranger)).toBe(0);
  await tell({ from: stranger, at: after, chose: "resume" });
  expect(await isStopped(system, mine, stranger)).toBe(false);
  expect(await tell({ from: stranger, at: after, chose: "perhaps" })).toEqual({ unreadable: 1 });

  await tell({ from: stranger, at: new Date(+after + 2 * second), chose: "stop" });
  const between = new Date(+after + second);
  await tell({ from: stranger, at: between, chose: "resume" });
  expect(await tell({ from: stranger, at: between, text: "start" })).toEqual({ suppressed: 1 });
  expect(await isStopped(system, mine, stranger), "they stopped again since").toBe(true);
});

test("whatever is wished, in whatever order and however often it comes, what was said last counts", {
  timeout: 120_000,
}, async ({ db, system, clock }) => {
  const now = clock.now().getTime();
  const said = fc.record({
    from: fc.constantFrom(known, stranger),
    word: fc.constantFrom("stop", "start", "hello"),
    isChosen: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 1, maxLength: 6 }).chain((words) =>
        fc.record({
          words: fc.constant(words),
          order: fc.array(fc.nat({ max: words.length - 1 }), { maxLength: 8 }),
          lanes: fc.integer({ min: 1, max: 3 }),
        }),
      ),
      async ({ words, order, lanes }) => {
        const mine = await createWorkspace(db, { contacts: 1, messages: 1 });
        const tell = teller(system, mine);
        const told = words.map(({ from, word, isChosen }, index): Said & { id: string } => {
          const at = new Date(now + index * second);
          const id = `wamid.${mine.slug}.${index}`;
          return isChosen && word !== "hello"
            ? { id, from, at, chose: word === "stop" ? "stop" : "resume" }
            : { id, from, at, text: word };
        });
        // Some of them early, in any order; in the end all, as Meta repeats them.
        const queue = order.flatMap((index) => told[index] ?? []).values();
        const carrier = async () => {
          for (const one of queue) expect((await tell(one)).failed).toBeUndefined();
        };
        await Promise.all(Array.from({ length: lanes }, carrier));
        for (const one of told) await tell(one);

        for (const phone of [known, stranger]) {
          const last = words.findLast(({ from, word }) => from === phone && word !== "hello");
          expect(await isStopped(system, mine, phone), phone).toBe(last?.word === "stop");
        }
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 90_000 },
  );
});

async function consentOf({ db }: ErasureContext, contactId: string) {
  return await db
    .select()
    .from(consentRecords)
    .where(eq(consentRecords.contactId, contactId))
    .orderBy(consentRecords.recordedAt);
}

async function isStopped(
  { db, vault }: ErasureContext,
  { id }: TestWorkspace,
  phone: string,
): Promise<boolean> {
  const digest = vault.digest("phone", `+${phone}`);
  const isIts = eq(suppressionEntries.addressDigest, digest);
  return (
    (await db.$count(suppressionEntries, and(eq(suppressionEntries.workspaceId, id), isIts))) > 0
  );
}

async function peopleAt({ db }: ErasureContext, { id }: TestWorkspace, phone: string) {
  return await db.$count(
    contacts,
    and(eq(contacts.workspaceId, id), eq(contacts.phone, `+${phone}`)),
  );
}
