import { eq } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { listConversations } from "./list-conversations";
import { listMessages } from "./list-messages";
import { readConversation } from "./read-conversation";

test("pages through every conversation once, also where times are equal", async ({ db }) => {
  const [ours] = [
    await createWorkspace(db, { contacts: 65, messages: 1 }),
    await createWorkspace(db, { contacts: 2 }),
  ];

  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 5; page++) {
    const found = await listConversations(db, { workspaceId: ours.id, after });
    seen.push(...found.conversations.map(({ id }) => id));
    if (!found.hasMore) break;
    after = found.conversations.at(-1)?.id;
  }

  expect(new Set(seen).size).toBe(65);
  expect(seen).toHaveLength(65);
});

test("shows the conversation that was active last first, with its last message", async ({ db }) => {
  const workspace = await createWorkspace(db, { contacts: 3, messages: 3 });
  const active = await conversationOf(db, workspace.contactIds[1]);
  await db.insert(messages).values({
    workspaceId: workspace.id,
    conversationId: active,
    direction: "inbound",
    kind: "text",
    body: "Is it ready?",
    createdAt: new Date("2026-03-01T12:00:00Z"),
  });
  await db
    .update(conversations)
    .set({ lastMessageAt: new Date("2026-03-01T12:00:00Z") })
    .where(eq(conversations.id, active));

  const { conversations: found } = await listConversations(db, { workspaceId: workspace.id });

  expect(found[0]).toMatchObject({
    id: active,
    contactName: "Zoë علي 1",
    channelKind: "whatsapp",
    lastMessage: { direction: "inbound", kind: "text", body: "Is it ready?" },
  });
});

test("pages back through every message once, oldest first on each page", async ({ db }) => {
  const workspace = await createWorkspace(db, { contacts: 1, messages: 120 });
  const conversationId = await conversationOf(db, workspace.contactIds[0]);

  const seen: string[] = [];
  let before: string | undefined;
  for (let page = 0; page < 5; page++) {
    const found = await listMessages(db, { workspaceId: workspace.id, conversationId, before });
    seen.unshift(...found.messages.map(({ id }) => id));
    if (!found.hasOlder) break;
    before = found.messages.at(0)?.id;
  }

  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect(seen).toEqual([...seen].sort());
});

test("names what is attached to a message", async ({ db }) => {
  const workspace = await createWorkspace(db, { contacts: 1, messages: 1 });
  const conversationId = await conversationOf(db, workspace.contactIds[0]);

  const page = await listMessages(db, { workspaceId: workspace.id, conversationId });

  expect(page.messages[0]?.attachments).toMatchObject([
    { mimeType: "image/jpeg", sizeBytes: 2048 },
  ]);
});

test("shows nothing of another workspace, not even to one who knows its ids", async ({ db }) => {
  const [ours, theirs] = [
    await createWorkspace(db, { contacts: 1 }),
    await createWorkspace(db, { contacts: 1 }),
  ];
  const conversationId = await conversationOf(db, theirs.contactIds[0]);

  expect(await readConversation(db, { workspaceId: ours.id, conversationId })).toBeNull();
  expect(await listMessages(db, { workspaceId: ours.id, conversationId })).toEqual({
    messages: [],
    hasOlder: false,
  });
  expect(await listConversations(db, { workspaceId: ours.id, after: conversationId })).toEqual({
    conversations: [],
    hasMore: false,
  });
});

async function conversationOf(db: Db, contactId = ""): Promise<string> {
  const [conversation] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, contactId));
  if (conversation === undefined) throw new Error("The contact has no conversation.");
  return conversation.id;
}
