import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Db } from "@/lib/erasure/context";

/** A workspace with rows in every table, and who is in it. */
export type TestWorkspace = {
  id: string;
  slug: string;
  ownerId: string;
  ownerEmail: string;
  agentId: string;
  contactIds: string[];
};

const past = new Date("2026-01-15T09:30:00Z");

/**
 * Makes a workspace that fills every workspace table, `contacts` times over where it makes sense.
 *
 * @param messages how many messages each contact's conversation has.
 */
export async function createWorkspace(
  db: Db,
  { contacts = 3, messages = 4 }: { contacts?: number; messages?: number } = {},
): Promise<TestWorkspace> {
  const id = newId();
  const slug = `w-${id.slice(-12)}`;
  const [ownerId, agentId] = [newId(), newId()];
  const ownerEmail = `owner@${slug}.test`;
  const own = () => ({ workspaceId: id, id: newId() });

  await db.insert(schema.users).values([
    { id: ownerId, name: `Owner of ${slug}`, email: ownerEmail, passwordHash: "not-a-real-hash" },
    { id: agentId, name: `Agent of ${slug}`, email: `agent@${slug}.test`, passwordHash: "x" },
  ]);
  await db.insert(schema.sessions).values([
    { userId: ownerId, expiresAt: new Date("2099-01-01T00:00:00Z"), userAgent: "test" },
    { userId: agentId, expiresAt: new Date("2099-01-01T00:00:00Z"), userAgent: "test" },
  ]);
  await db.insert(schema.workspaces).values({
    id,
    slug,
    name: `Workspace ${slug}`,
    businessName: `Business ${slug}`,
    businessEmail: `hello@${slug}.test`,
    businessPhone: "+15550100199",
    businessAddress: "1 Test Street",
    agentsDeleteContacts: true,
  });
  await db.insert(schema.memberships).values([
    { ...own(), userId: ownerId, role: "owner" },
    { ...own(), userId: agentId, role: "agent" },
  ]);
  await db.insert(schema.workspaceKeys).values({ ...own(), wrappedKey: "wrapped" });

  const channel = own();
  const [tag, attribute, segment, template, campaign, automation] = [
    own(),
    own(),
    own(),
    own(),
    own(),
    own(),
  ];
  await db.insert(schema.channelConnections).values({
    ...channel,
    kind: "whatsapp",
    displayName: "Main number",
    wabaId: `waba-${slug}`,
    phoneNumberId: `phone-${slug}`,
    phoneNumber: "+15550100200",
    accessToken: "ciphertext",
    authorizedByUserId: ownerId,
  });
  await db.insert(schema.tags).values({ ...tag, name: "vip", color: "teal" });
  await db.insert(schema.customAttributes).values({ ...attribute, key: "size", label: "Size" });
  await db.insert(schema.segments).values({ ...segment, name: "VIPs", filter: { tag: "vip" } });
  await db.insert(schema.templates).values({
    ...template,
    name: "hello",
    language: "en",
    category: "utility",
    body: "Hello {{1}}",
  });
  await db.insert(schema.campaigns).values({
    ...campaign,
    templateId: template.id,
    segmentId: segment.id,
    createdByUserId: ownerId,
    name: "Spring",
    state: "sent",
  });
  await db
    .insert(schema.automations)
    .values({ ...automation, name: "Greet", trigger: "message", definition: { reply: "Hi" } });
  await db.insert(schema.integrationSettings).values({
    ...own(),
    kind: "openai",
    config: { model: "small" },
    secret: "ciphertext",
  });
  await db.insert(schema.apiTokens).values({
    ...own(),
    name: "CI",
    tokenDigest: `digest-${slug}`,
    createdByUserId: ownerId,
  });
  await db.insert(schema.invitations).values({
    ...own(),
    email: `invited@${slug}.test`,
    addressDigest: `digest of invited@${slug}.test`,
    role: "agent",
    tokenDigest: `invitation-${slug}`,
    invitedByUserId: ownerId,
    mailState: "sent",
    expiresAt: new Date("2099-01-01T00:00:00Z"),
  });
  await db.insert(schema.workspaceExports).values({
    ...own(),
    requestedByUserId: ownerId,
    includesMedia: false,
    state: "cancelled",
    createdAt: past,
    endedAt: past,
  });
  await db.insert(schema.suppressionEntries).values({
    ...own(),
    channel: "whatsapp",
    addressDigest: `suppressed-${slug}`,
  });
  await db
    .insert(schema.contactFences)
    .values({ workspaceId: id, contactId: newId(), frozenAt: past, erasedAt: past });
  await db.insert(schema.auditLog).values({
    ...own(),
    occurredAt: past,
    action: "member.invited",
    actorKind: "owner",
    actorUserId: ownerId,
    ipAddress: "192.0.2.7",
    targetUserId: agentId,
    detail: { invited: `agent@${slug}.test` },
  });
  await db.insert(schema.invoices).values({
    ...own(),
    number: "2026-0001",
    issuedAt: past,
    currency: "EUR",
    netMinor: 4900,
    taxMinor: 931,
    taxCountry: "DE",
    lines: [{ item: "Plan Growth", quantity: 1 }],
    billedToUserId: ownerId,
    billedToName: `Owner of ${slug}`,
    billedToEmail: ownerEmail,
    billedToAddress: "1 Test Street",
  });

  const contactIds: string[] = [];
  for (let at = 0; at < contacts; at++) {
    const contactId = await createContact(at);
    contactIds.push(contactId);
  }
  return { id, slug, ownerId, ownerEmail, agentId, contactIds };

  async function createContact(at: number): Promise<string> {
    const contact = own();
    const conversation = own();
    const order = own();
    const about = { contactId: contact.id };
    await db.insert(schema.contacts).values({
      ...contact,
      name: `Zoë علي ${at}`,
      phone: `+1555${String(at).padStart(7, "0")}`,
      email: `customer${at}@example.test`,
    });
    await db.insert(schema.contactTags).values({ ...own(), ...about, tagId: tag.id });
    await db
      .insert(schema.contactAttributeValues)
      .values({ ...own(), ...about, attributeId: attribute.id, value: "M" });
    await db.insert(schema.consentRecords).values({
      ...own(),
      ...about,
      purpose: "marketing",
      state: "granted",
      recordedAt: past,
    });
    await db.insert(schema.conversations).values({
      ...conversation,
      ...about,
      channelConnectionId: channel.id,
      assignedUserId: agentId,
      lastMessageAt: past,
    });
    await createMessages(conversation.id);
    await db
      .insert(schema.campaignRecipients)
      .values({ ...own(), ...about, campaignId: campaign.id, state: "sent", sentAt: past });
    await db.insert(schema.automationRuns).values({
      ...own(),
      ...about,
      automationId: automation.id,
      state: "done",
      startedAt: past,
    });
    await db.insert(schema.orders).values({
      ...order,
      ...about,
      number: `A-${at}`,
      state: "paid",
      currency: "EUR",
      totalMinor: 1200,
      placedAt: past,
    });
    await db.insert(schema.orderLines).values({
      ...own(),
      orderId: order.id,
      sku: "TEA",
      title: "Tea",
      quantity: 1,
      unitPriceMinor: 1200,
    });
    await db.insert(schema.reorderCycles).values({ ...own(), ...about, sku: "TEA", everyDays: 30 });
    await db.insert(schema.aiLogs).values({
      ...own(),
      ...about,
      provider: "openai",
      model: "small",
      prompt: "Summarise",
      response: "Short",
      tokensUsed: 12,
      createdAt: past,
    });
    await db.insert(schema.aiCacheEntries).values({
      ...own(),
      ...about,
      promptDigest: `prompt-${at}`,
      prompt: "Summarise",
      response: "Short",
      createdAt: past,
    });
    await db.insert(schema.aiProviderFiles).values({
      ...own(),
      ...about,
      provider: "openai",
      providerFileId: `file-${at}`,
      fileName: "chat.txt",
      createdAt: past,
    });
    await db.insert(schema.activityLogs).values({
      ...own(),
      ...about,
      actorUserId: agentId,
      action: "contact.viewed",
      ipAddress: "192.0.2.8",
      occurredAt: past,
    });
    await db
      .insert(schema.debugTraces)
      .values({ ...own(), ...about, source: "whatsapp", payload: { at }, occurredAt: past });
    return contact.id;
  }

  async function createMessages(conversationId: string): Promise<void> {
    const written = Array.from({ length: messages }, (_, at) => ({
      ...own(),
      conversationId,
      direction: at % 2 === 0 ? ("inbound" as const) : ("outbound" as const),
      kind: "text" as const,
      body: `Message ${at}`,
      providerMessageId: `wamid-${newId()}`,
      authorUserId: at % 2 === 0 ? null : agentId,
      createdAt: past,
    }));
    if (written.length === 0) return;
    await db.insert(schema.messages).values(written);
    await db.insert(schema.messageStatusEvents).values(
      written.map((message) => ({
        ...own(),
        messageId: message.id,
        status: "delivered" as const,
        occurredAt: past,
      })),
    );
    await db.insert(schema.mediaAttachments).values({
      ...own(),
      messageId: written[0]?.id ?? "",
      objectKey: `${slug}/${conversationId}.jpg`,
      mimeType: "image/jpeg",
      sizeBytes: 2048,
    });
  }
}
