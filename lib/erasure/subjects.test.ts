import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureMap } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import type { Db } from "./context";
import { collectIdentifiers, findResidue, type Subject } from "./engine";
import { purgePlan } from "./engine/testing/purge-plan";
import { accountSubject, contactSubject, planFor } from "./subjects";

const past = new Date("2026-01-15T09:30:00Z");

describe("an account that is erased", () => {
  test("is in no colleague's audit entry, and the colleague is", async ({ db }) => {
    const { agentId, ownerId, ownerEmail } = await createWorkspace(db);

    expect(await leftAfter(db, accountSubject(agentId))).toEqual([]);

    // Who invited them, and from where, is the owner's.
    expect(await db.select().from(schema.auditLog)).toEqual([
      expect.objectContaining({
        actorUserId: ownerId,
        ipAddress: "192.0.2.7",
        targetUserId: null,
        detail: null,
      }),
    ]);
    expect(await db.select().from(schema.invoices)).toEqual([
      expect.objectContaining({ billedToUserId: ownerId, billedToEmail: ownerEmail }),
    ]);
  });

  test("is on no invoice, and the invoice stays", async ({ db }) => {
    const { agentId, ownerId } = await createWorkspace(db);

    expect(await leftAfter(db, accountSubject(ownerId))).toEqual([]);

    expect(await db.select().from(schema.invoices)).toEqual([
      expect.objectContaining({
        number: "2026-0001",
        billedToUserId: null,
        billedToName: null,
        billedToEmail: null,
        billedToAddress: null,
      }),
    ]);
    const [entry] = await db.select().from(schema.auditLog);
    expect(entry).toMatchObject({ actorUserId: null, ipAddress: null, targetUserId: agentId });
  });

  test("has placed no hold any more, and the hold stays", async ({ db }) => {
    const { id, ownerId } = await createWorkspace(db);
    await db.insert(schema.legalHolds).values({
      subjectKind: "workspace",
      subjectId: id,
      basis: "litigation",
      reference: "File 7",
      placedByUserId: ownerId,
      placedAt: past,
    });

    expect(await leftAfter(db, accountSubject(ownerId))).toEqual([]);

    expect(await db.select().from(schema.legalHolds)).toEqual([
      expect.objectContaining({ subjectId: id, reference: "File 7", placedByUserId: null }),
    ]);
  });
});

describe("a contact that is erased", () => {
  test("is in no trace that nobody was matched to, and others are", async ({ db }) => {
    const workspace = await createWorkspace(db, { contacts: 2 });
    const { contactId, phone } = await contactOf(db, workspace.id);
    const trace = (addressDigest: string, from: string | null) => ({
      workspaceId: workspace.id,
      addressDigest,
      source: "whatsapp",
      payload: { from },
      occurredAt: past,
    });
    await db.insert(schema.debugTraces).values([trace("own", phone), trace("other", "+49301")]);
    const subject = contactSubject({ workspaceId: workspace.id, contactId }, ["own"]);

    expect(await leftAfter(db, subject)).toEqual([]);

    const left = await db.select().from(schema.debugTraces);
    expect(left.filter((row) => row.contactId === null)).toEqual([
      expect.objectContaining({ addressDigest: "other" }),
    ]);
  });

  test("is in no audit entry about them, and who looked at them is", async ({ db }) => {
    const { id: workspaceId, agentId } = await createWorkspace(db, { contacts: 2 });
    const { contactId, phone } = await contactOf(db, workspaceId);
    const entry = { id: newId(), workspaceId };
    await db.insert(schema.auditLog).values({
      ...entry,
      occurredAt: past,
      action: "contact.exported",
      actorKind: "agent",
      actorUserId: agentId,
      ipAddress: "192.0.2.8",
      targetContactId: contactId,
      detail: { phone },
    });

    expect(await leftAfter(db, contactSubject({ workspaceId, contactId }))).toEqual([]);

    const [left] = await db.select().from(schema.auditLog).where(eq(schema.auditLog.id, entry.id));
    expect(left).toMatchObject({
      actorUserId: agentId,
      ipAddress: "192.0.2.8",
      targetContactId: null,
      detail: null,
    });
  });
});

/** What verification finds of a subject after its purge, its identifiers included. */
async function leftAfter(db: Db, subject: Subject) {
  const plan = planFor(subject);
  const identifiers = await collectIdentifiers(db, plan, erasureMap);
  expect(identifiers.length).toBeGreaterThan(0);

  await purgePlan(db, plan, { maxRows: 100, now: past });

  return await findResidue(db, plan, identifiers);
}

async function contactOf(db: Db, workspaceId: string) {
  const [contact] = await db
    .select({ contactId: schema.contacts.id, phone: schema.contacts.phone })
    .from(schema.contacts)
    .where(eq(schema.contacts.workspaceId, workspaceId))
    .limit(1);
  if (contact === undefined) throw new Error("The workspace has no contact.");
  return contact;
}
