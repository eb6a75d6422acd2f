import { and, eq, like } from "drizzle-orm";
import { auditLog, contacts, erasureRequests, workspaces } from "@/db/schema";
import { scheduleContactErasure } from "@/lib/erasure";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { letAgentsDelete } from "./let-agents-delete";

test("agents delete contacts where their workspace lets them, and nowhere else; the change is on record", async ({
  db,
  sql,
  as,
}) => {
  const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const before = await fingerprint(db, neighbour.id);
  const owner = as({ type: "owner", userId: mine.ownerId });
  const agent = as({ type: "agent", userId: mine.agentId });
  const [first = "", second = ""] = mine.contactIds;
  const workspaceId = mine.id;

  await letAgentsDelete(owner, { workspaceId, isAllowed: false });
  const refused = scheduleContactErasure(agent, { workspaceId, contactId: first });
  await expect(refused).rejects.toMatchObject({ code: "not_authorised" });
  expect(await db.$count(contacts, eq(contacts.id, first))).toBe(1);
  expect(await db.$count(erasureRequests)).toBe(0);
  expect(await sql`select from pgboss.job`).toEqual([]);
  await letAgentsDelete(owner, { workspaceId, isAllowed: true });
  await scheduleContactErasure(agent, { workspaceId, contactId: second });

  const noted = await db
    .select({ action: auditLog.action, by: auditLog.actorUserId })
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, workspaceId), like(auditLog.action, "contacts.agents_%")))
    .orderBy(auditLog.action);
  expect(noted).toEqual([
    { action: "contacts.agents_may_delete", by: mine.ownerId },
    { action: "contacts.agents_may_not_delete", by: mine.ownerId },
  ]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("a workspace that is being deleted is not changed", async ({ db, as }) => {
  const mine = await createWorkspace(db);
  const owner = as({ type: "owner", userId: mine.ownerId });
  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, mine.id));
  const before = await fingerprint(db, mine.id);

  const changing = letAgentsDelete(owner, { workspaceId: mine.id, isAllowed: false });
  await expect(changing).rejects.toMatchObject({ code: "wrong_state" });
  expect(await fingerprint(db, mine.id)).toEqual(before);
});
