import { eq, sql } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { countPlan } from "./engine";
import { contactSubject, planFor } from "./subjects";

test("rows that contacts of two subjects share are counted with the first, and nobody's is left out", async ({
  db,
}) => {
  const { id: workspaceId, contactIds } = await createWorkspace(db, { contacts: 4 });
  const [one = "", two = "", three = "", four = ""] = contactIds;
  // The third writes in the first's conversation.
  const [thread] = await db.select().from(conversations).where(eq(conversations.contactId, one));
  await db.insert(messages).values({
    ...{ workspaceId, conversationId: thread?.id ?? "", senderContactId: three },
    ...{ direction: "inbound", kind: "text", body: "Both of us" },
  });
  const planOf = (...contactId: string[]) =>
    planFor(contactSubject({ workspaceId, contactId }, [`of ${contactId.join()}`]));
  const [all, first, second] = [
    planOf(one, two, three, four),
    planOf(one, two),
    planOf(three, four),
  ];

  const whole = await countPlan(db, all);
  const alone = await countPlan(db, second);
  const parts = [await countPlan(db, first), await countPlan(db, second, [first])];

  const erases = (at: number) => all.steps[at]?.action === "erase";
  const sums = whole.map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
  expect(sums.filter((_, at) => erases(at))).toEqual(whole.filter((_, at) => erases(at)));
  const ofMessages = second.steps.findIndex(({ name }) => name === "messages");
  expect(alone[ofMessages]).toBe((parts[1]?.[ofMessages] ?? 0) + 1);
  expect(await db.execute(sql`select count(*)::int as n from messages`)).toEqual([
    { n: whole[ofMessages] },
  ]);
});
