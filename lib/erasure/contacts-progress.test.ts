import { eq, sql } from "drizzle-orm";
import { consentRecords, contacts, erasureRequests } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { advanceRun } from "./advance-run";
import type { ErasureContext } from "./context";
import { type Governor, paced } from "./engine";
import { readContactsErasure } from "./read-contacts-erasure";
import { scheduleContactsErasure } from "./schedule-contacts-erasure";
import type { ContactsErasureStatus } from "./status";

const chosen = 2_500;

test("somebody who looks between any two batches sees how far the erasure of thousands is, as the database has it", async ({
  db,
  as,
  system,
}) => {
  const mine = await createWorkspace(db, { contacts: 0 });
  await db.execute(sql`insert into contacts (workspace_id, id, name)
    select ${mine.id}, gen_random_uuid(), 'Leaving ' || n from generate_series(1, ${chosen}::int) n`);
  await db.execute(sql`insert into consent_records
      (workspace_id, id, contact_id, purpose, state, recorded_at)
    select workspace_id, gen_random_uuid(), id, purpose, 'granted', now()
    from contacts, unnest(array['marketing', 'profiling']) purpose where workspace_id = ${mine.id}`);
  const owner = as({ type: "owner", userId: mine.ownerId });
  const { selectionId } = await scheduleContactsErasure(owner, {
    workspaceId: mine.id,
    chosen: sql`true`,
    expected: chosen,
  });
  const look = async () => {
    const status = await readContactsErasure(owner, { workspaceId: mine.id, selectionId });
    expect(status, "as counted here").toMatchObject({
      erased: chosen - (await db.$count(contacts, eq(contacts.workspaceId, mine.id))),
      contacts: chosen,
    });
    const consents = await db.$count(consentRecords, eq(consentRecords.workspaceId, mine.id));
    expect(doneIn(status, "consent")).toBe(2 * chosen - consents);
    return status;
  };
  expect(shareOf(await look()), "before it has begun").toBeNaN();

  const shares: number[] = [];
  const looks = async () => {
    const status = await look();
    if (status?.state === "running") shares.push(shareOf(status));
  };
  await carryOut(system, looking(looks));

  const middle = new Set(shares.filter((share) => share > 0 && share < 1));
  expect(middle.size, "of more than twenty batches").toBeGreaterThan(20);
  expect(shares, "never back").toEqual(shares.toSorted((a, b) => a - b));
  const ended = await look();
  expect(ended).toMatchObject({ state: "ended", erased: chosen });
  expect(shareOf(ended)).toBe(1);
});

/** Batches of 300 rows at most, with a look after each. */
function looking(look: () => Promise<void>): Governor {
  const governor = paced({ budgetMs: 1_000, minRows: 300, maxRows: 300 });
  return {
    ...governor,
    async after(...batch) {
      await governor.after(...batch);
      await look();
    },
  };
}

async function carryOut(system: ErasureContext, governor: Governor): Promise<void> {
  const [request] = await system.db.select().from(erasureRequests);
  while ((await advanceRun(system, request?.id ?? "", governor)) === "again");
}

function shareOf(status: ContactsErasureStatus | null): number {
  const sum = (of: "planned" | "done") =>
    (status?.progress ?? []).reduce((total, category) => total + category[of], 0);
  return sum("done") / sum("planned");
}

function doneIn(status: ContactsErasureStatus | null, category: string): number {
  return status?.progress.find((one) => one.category === category)?.done ?? 0;
}
