import { auditLog, invoices, legalHolds, suppressionEntries } from "@/db/schema";

import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { paced } from "../engine";
import { endRetentions } from "./end-retentions";

const governor = paced({ budgetMs: 50, minRows: 2, maxRows: 2 });

test("a legal hold keeps what it covers and nothing else; its end ends what it kept", async ({
  db,
  system,
  clock,
}) => {
  const [one, other] = [await createWorkspace(db), await createWorkspace(db)];
  await db.delete(auditLog);
  await db.delete(invoices);
  await db.delete(suppressionEntries);
  const long = new Date("2010-01-31T00:00:00Z");
  const [contactId = "", neighbourId = ""] = one.contactIds;
  const audit = (action: string, whose: Partial<typeof auditLog.$inferInsert>) => ({
    workspaceId: one.id,
    action,
    actorKind: "owner" as const,
    occurredAt: long,
    ...whose,
  });
  await db
    .insert(auditLog)
    .values([
      audit("held contact", { targetContactId: contactId }),
      audit("its neighbour", { targetContactId: neighbourId }),
      audit("held account", { actorUserId: one.agentId }),
      audit("somebody else", { actorUserId: one.ownerId }),
      audit("nobody", {}),
      audit("elsewhere", { workspaceId: other.id, targetContactId: other.contactIds[0] }),
      audit("young", { occurredAt: system.now() }),
    ]);
  for (const { id: workspaceId } of [one, other]) {
    const entry = { channel: "whatsapp" as const, addressDigest: "x", createdAt: long };
    await db.insert(suppressionEntries).values({ workspaceId, ...entry });
  }
  const held = { basis: "GDPR 17(3)(e)", reference: "Case 9", placedAt: long };
  await db.insert(legalHolds).values([
    { ...held, subjectKind: "contact", subjectId: contactId, contactWorkspaceId: one.id },
    { ...held, subjectKind: "account", subjectId: one.agentId },
    { ...held, subjectKind: "workspace", subjectId: other.id, category: "invoices" },
  ]);
  const left = async () => {
    const actions = (await db.select().from(auditLog)).map(({ action }) => action);
    const stops = (await db.select().from(suppressionEntries)).map((row) => row.workspaceId);
    return { actions: actions.toSorted(), stops };
  };

  await endRetentions(system, governor);
  await endRetentions(system, governor);

  expect(await left()).toEqual({
    actions: ["held account", "held contact", "young"],
    // Whose a stop is cannot be told: one of the held contact's workspace may be theirs.
    stops: [one.id],
  });
  await db.update(legalHolds).set({ expiresAt: clock.now() });
  expect(await endRetentions(system, governor)).toEqual([
    { table: "suppressionEntries", rows: 1 },
    { table: "auditLog", rows: 2 },
  ]);
  expect(await left()).toEqual({ actions: ["young"], stops: [] });
});
