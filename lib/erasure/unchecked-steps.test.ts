import { eq, sql } from "drizzle-orm";
import { contacts, contactTags, conversations, messages, tags } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import type { Db, Tx } from "./context";
import { findResidue, type Plan, withhold } from "./engine";
import { referentialChecks } from "./engine/referential-triggers";
import { accountSubject, contactSubject, planFor, workspaceSubject } from "./subjects";

test("a contact's references are left unchecked, but those that only a parent leads to", async ({
  db,
}) => {
  const [mine, ...others] = (await createWorkspace(db)).contactIds;
  const workspaceId = (await db.select().from(contacts).limit(1))[0]?.workspaceId ?? "";
  for (const contactId of [mine ?? "", [mine ?? "", ...others]]) {
    const plan = planFor(contactSubject({ workspaceId, contactId }));
    const steps = await uncheckedSteps(db, plan);
    expect(
      erasing(plan)
        .filter(({ step }) => !steps.has(step))
        .map(({ name }) => name),
    ).toEqual(["messages", "conversations", "orders"]);
  }
});

test("a workspace's and an account's are left unchecked altogether", async ({ db }) => {
  const { id, agentId } = await createWorkspace(db);
  for (const subject of [workspaceSubject(id), accountSubject(agentId)]) {
    const plan = planFor(subject);
    expect((await uncheckedSteps(db, plan)).size).toBe(plan.steps.length);
  }
});

test("all are checked where a row has to stay, or a step is left out", async ({ db }) => {
  const { id, contactIds } = await createWorkspace(db);
  const contact = { workspaceId: id, contactId: contactIds[0] ?? "" };
  const plan = planFor(contactSubject(contact));
  const hold = { subject: contactSubject(contact), category: "consent" };
  const withheld = await withhold(db, plan, [hold], []);
  expect(await uncheckedSteps(db, withheld.plan)).toEqual(new Set());

  const without = { ...plan, steps: plan.steps.filter(({ name }) => name !== "contact_tags") };
  const steps = await uncheckedSteps(db, without);
  const left = erasing(without).filter(({ step }) => !steps.has(step));
  expect(left.map(({ name }) => name)).toContain("contacts");
});

test("a late row that names an erased contact is found by verification when the contact is gone", async ({
  db,
}) => {
  const { id: workspaceId, contactIds } = await createWorkspace(db);
  const [gone = "", other = ""] = contactIds;
  const plan = planFor(contactSubject({ workspaceId, contactId: gone }));
  const [thread] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, other));
  await unchecked(db, async (tx) => {
    for (const { step } of erasing(plan)) {
      await tx.execute(sql`delete from ${step.table.table} where ${step.found.predicate}`);
    }
  });
  expect(await findResidue(db, plan, [])).not.toContainEqual(expect.objectContaining(row));

  await unchecked(db, async (tx) => {
    await tx.insert(messages).values({
      ...{ workspaceId, conversationId: thread?.id ?? "", senderContactId: gone },
      ...{ direction: "inbound", kind: "text", body: "late" },
    });
    const [tag] = await tx.select({ id: tags.id }).from(tags).limit(1);
    await tx.insert(contactTags).values({ workspaceId, contactId: gone, tagId: tag?.id ?? "" });
  });
  const residue = await findResidue(db, plan, []);
  expect(residue).toContainEqual({ ...row, table: "messages" });
  expect(residue).toContainEqual({ ...row, table: "contact_tags" });
});

const row = { kind: "row", column: null, rows: 1 };

async function unchecked(db: Db, work: (tx: Tx) => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await work(tx);
  });
}

async function uncheckedSteps(db: Db, plan: Plan): Promise<Set<Plan["steps"][number]>> {
  const mayGoUnchecked = referentialChecks(db, plan);
  const steps = new Set<Plan["steps"][number]>();
  for (const step of plan.steps) if (await mayGoUnchecked([step])) steps.add(step);
  expect(await mayGoUnchecked(plan.steps)).toBe(steps.size === plan.steps.length);
  return steps;
}

function erasing({ steps }: Plan) {
  return steps
    .filter(({ action }) => action === "erase")
    .map((step) => ({ step, name: step.name }));
}
