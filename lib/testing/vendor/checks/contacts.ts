import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import { contacts } from "@/db/schema";
import { scheduleContactsErasure } from "@/lib/erasure";
import { createWorkspace } from "../../create-workspace";
import type { Check } from "../promise-row";
import { countsOf } from "./count-rows";

const records = ["conversations", "messages", "media_attachments", "orders", "consent_records"];

/** Contacts selected by an agent go with all their records; the one that was not selected stays. */
export const erasesContacts: Check = async (app) => {
  const { id: workspaceId, agentId, contactIds } = await createWorkspace(app.db);
  const selected = contactIds.slice(1);
  const before = await countsOf(app, workspaceId, records);
  const agent = app.as({ type: "agent", userId: agentId });
  const chosen = inArray(contacts.id, selected);
  const choose = (expected: number) =>
    scheduleContactsErasure(agent, { workspaceId, chosen, expected });

  await expect(choose(3)).rejects.toMatchObject({ code: "count_mismatch" });
  expect(await countsOf(app, workspaceId, records)).toEqual(before);
  await choose(selected.length);
  expect((await app.carryOut(await app.newestRequest())).state).toMatch(/^completed/);

  expect(await countsOf(app, workspaceId, ["contacts"])).toEqual({ contacts: 1 });
  for (const [table, rows] of Object.entries(await countsOf(app, workspaceId, records))) {
    expect([table, rows]).toEqual([table, (before[table] ?? 0) / contactIds.length]);
  }
};
