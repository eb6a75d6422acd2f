import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { WorkspaceGraph } from "./crm-graph";
import { addressDigest, idOf, past, phone, phoneDigest } from "./crm-ids";
import { both, count, each, ids, pick } from "./positions";

const channelKinds = ["whatsapp", "instagram", "messenger", "telegram"] as const;

/** Table by table, parents first. */
export function rowsOfWorkspace(
  workspaceId: string,
  graph: WorkspaceGraph,
  users: readonly string[],
): [PgTable, Record<string, unknown>[]][] {
  const own = (kind: string, at: number) => ({ workspaceId, id: idOf(kind, at) });
  const contacts = ids("contact", graph.contacts);
  const channels = ids("channel", graph.channels);
  const conversations = graph.conversations.flatMap((one, at) =>
    both(pick(contacts, one.contact), pick(channels, one.channel), (contactId, connection) => ({
      ...own("thread", at),
      contactId,
      channelConnectionId: connection,
      assignedUserId: pick(users, one.assignedTo),
      createdAt: past,
    })),
  );
  const messages = graph.messages.flatMap((one, at) =>
    each(pick(conversations, one.conversation), ({ id }) => ({
      ...one,
      row: {
        ...own("message", at),
        conversationId: id,
        direction: "outbound",
        kind: "text",
        body: `Message ${at}`,
        providerMessageId: `wamid-${at}`,
        authorUserId: pick(users, one.author),
        createdAt: past,
      },
    })),
  );
  const segments = count(graph.segments).map((at) => own("segment", at));
  const templates = count(graph.templates).map((at) => own("template", at));
  const campaigns = graph.campaigns.flatMap((one, at) =>
    each(pick(templates, one.template), (template) => ({
      to: one.to,
      row: {
        ...own("campaign", at),
        templateId: template.id,
        segmentId: pick(segments, one.segment)?.id ?? null,
        createdByUserId: pick(users, one.createdBy),
        name: `Campaign ${at}`,
        state: "sent",
      },
    })),
  );
  const orders = graph.orders.flatMap((one, at) =>
    each(pick(contacts, one.contact), (contactId) => ({
      lines: one.lines,
      row: {
        ...own("order", at),
        contactId,
        number: `A-${at}`,
        state: "paid",
        currency: "EUR",
        totalMinor: 100,
        shippingName: `Contact of order ${at}`,
        placedAt: past,
      },
    })),
  );

  return [
    [
      schema.workspaceKeys,
      graph.hasKey ? [{ ...own("key", 0), wrappedKey: "wrapped", createdAt: past }] : [],
    ],
    [
      schema.memberships,
      graph.members.flatMap((member, at) =>
        each(pick(users, member), (userId) => ({ ...own("member", at), userId, role: "agent" })),
      ),
    ],
    [
      schema.channelConnections,
      graph.channels.map(({ kind, authorizedBy }, at) => ({
        ...own("channel", at),
        kind: pick(channelKinds, kind),
        displayName: `Channel ${at}`,
        phoneNumber: phone(900 + at),
        accessToken: "ciphertext",
        authorizedByUserId: pick(users, authorizedBy),
        connectedAt: past,
      })),
    ],
    [
      schema.contacts,
      graph.contacts.map((contact, at) => ({
        ...own("contact", at),
        name: `Contact ${at}`,
        phone: contact.phone === null ? null : phone(contact.phone),
      })),
    ],
    [
      schema.tags,
      graph.tags.map((_, at) => ({ ...own("tag", at), name: `tag ${at}`, color: "teal" })),
    ],
    [
      schema.contactTags,
      graph.tags.flatMap(({ on }, tag) =>
        on.flatMap((contact, at) =>
          each(pick(contacts, contact), (contactId) => ({
            ...own("tagged", tag * 10 + at),
            contactId,
            tagId: idOf("tag", tag),
          })),
        ),
      ),
    ],
    [
      schema.customAttributes,
      graph.attributes.map((_, at) => ({ ...own("attribute", at), key: `key ${at}`, label: "x" })),
    ],
    [
      schema.contactAttributeValues,
      graph.attributes.flatMap(({ of }, attribute) =>
        of.flatMap((contact, at) =>
          each(pick(contacts, contact), (contactId) => ({
            ...own("value", attribute * 10 + at),
            contactId,
            attributeId: idOf("attribute", attribute),
            value: `Value ${at}`,
          })),
        ),
      ),
    ],
    [schema.segments, segments.map((row) => ({ ...row, name: "Segment", filter: { tag: "vip" } }))],
    [
      schema.consentRecords,
      graph.consents.flatMap(({ contact }, at) =>
        each(pick(contacts, contact), (contactId) => ({
          ...own("consent", at),
          contactId,
          purpose: "marketing",
          state: "granted",
          recordedAt: past,
        })),
      ),
    ],
    [
      schema.suppressionEntries,
      graph.suppressed.map((one, at) => ({
        ...own("suppressed", at),
        channel: "whatsapp",
        addressDigest: phoneDigest(one),
      })),
    ],
    [schema.conversations, conversations],
    [schema.messages, messages.map(({ row }) => row)],
    [
      schema.messageStatusEvents,
      messages.flatMap(({ row, statuses }, message) =>
        count(statuses).map((at) => ({
          ...own("status", message * 10 + at),
          messageId: row.id,
          status: "read",
          occurredAt: past,
        })),
      ),
    ],
    [
      schema.mediaAttachments,
      messages.flatMap(({ row, media }, message) =>
        count(media).map((at) => ({
          ...own("media", message * 10 + at),
          messageId: row.id,
          objectKey: `media/${message}/${at}`,
          mimeType: "image/jpeg",
          sizeBytes: 1,
        })),
      ),
    ],
    [
      schema.templates,
      templates.map((row, at) => ({
        ...row,
        name: `template ${at}`,
        language: "en",
        category: "utility",
        body: "Hello",
      })),
    ],
    [schema.campaigns, campaigns.map(({ row }) => row)],
    [
      schema.campaignRecipients,
      campaigns.flatMap(({ row, to }, campaign) =>
        to.flatMap((contact, at) =>
          each(pick(contacts, contact), (contactId) => ({
            ...own("recipient", campaign * 10 + at),
            campaignId: row.id,
            contactId,
            state: "sent",
          })),
        ),
      ),
    ],
    [
      schema.automations,
      graph.automations.map((_, at) => ({
        ...own("rule", at),
        name: `Rule ${at}`,
        trigger: "message",
        definition: { reply: "Hi" },
      })),
    ],
    [
      schema.automationRuns,
      graph.automations.flatMap(({ runs }, rule) =>
        runs.map((contact, at) => ({
          ...own("run", rule * 10 + at),
          automationId: idOf("rule", rule),
          contactId: pick(contacts, contact),
          state: "done",
          input: { words: "Hi" },
          startedAt: past,
        })),
      ),
    ],
    [schema.orders, orders.map(({ row }) => row)],
    [
      schema.orderLines,
      orders.flatMap(({ row, lines }, order) =>
        count(lines).map((at) => ({
          ...own("line", order * 10 + at),
          orderId: row.id,
          sku: "TEA",
          title: "Tea",
          quantity: 1,
          unitPriceMinor: 100,
        })),
      ),
    ],
    [
      schema.reorderCycles,
      graph.cycles.flatMap(({ contact }, at) =>
        each(pick(contacts, contact), (contactId) => ({
          ...own("cycle", at),
          contactId,
          sku: "TEA",
          everyDays: 30,
        })),
      ),
    ],
    [schema.aiLogs, graph.ai.map(aiRow({ model: "small", tokensUsed: 1 }))],
    [
      schema.aiCacheEntries,
      graph.ai.map((one, at) => ({ ...aiRow({})(one, at), promptDigest: `prompt-${at}` })),
    ],
    [
      schema.aiProviderFiles,
      graph.ai.map((one, at) => ({
        ...aiRow({})(one, at),
        providerFileId: `file-${at}`,
        fileName: "chat.txt",
      })),
    ],
    [
      schema.activityLogs,
      graph.activity.map(({ contact, actor, hasDetail }, at) => ({
        ...own("activity", at),
        contactId: pick(contacts, contact),
        actorUserId: pick(users, actor),
        action: "contact.viewed",
        detail: hasDetail ? { by: `User ${actor}` } : null,
        ipAddress: "192.0.2.8",
        occurredAt: past,
      })),
    ],
    [
      schema.debugTraces,
      graph.traces.map(({ contact, phone: sender }, at) => ({
        ...own("trace", at),
        contactId: pick(contacts, contact),
        addressDigest: sender === null ? null : phoneDigest(sender),
        source: "webhook",
        payload: { from: sender },
        occurredAt: past,
      })),
    ],
    [
      schema.auditLog,
      graph.audit.map(({ actor, target, contact }, at) => ({
        ...own("audit", at),
        occurredAt: past,
        action: "member.invited",
        actorKind: "owner",
        actorUserId: pick(users, actor),
        ipAddress: "192.0.2.7",
        targetUserId: pick(users, target),
        targetContactId: pick(contacts, contact),
        detail: { about: at },
      })),
    ],
    [
      schema.invoices,
      graph.invoices.map(({ billedTo }, at) => ({
        ...own("invoice", at),
        number: `2026-${at}`,
        issuedAt: past,
        currency: "EUR",
        netMinor: 100,
        taxMinor: 19,
        taxCountry: "DE",
        lines: [{ item: "Plan" }],
        billedToUserId: pick(users, billedTo),
        billedToName: `User ${billedTo}`,
        billedToEmail: `user.${billedTo}@example.test`,
        billedToAddress: "1 Test Street",
      })),
    ],
    [
      schema.apiTokens,
      graph.tokens.map(({ createdBy }, at) => ({
        ...own("token", at),
        name: "CI",
        tokenDigest: `token-${at}`,
        createdByUserId: pick(users, createdBy),
      })),
    ],
    [
      schema.invitations,
      graph.invitations.map(({ by, to }, at) => ({
        ...own("invite", at),
        email: `user.${to}@example.test`,
        addressDigest: addressDigest(to),
        role: "agent",
        tokenDigest: `invitation-${at}`,
        invitedByUserId: pick(users, by),
        expiresAt: past,
      })),
    ],
    [
      schema.integrationSettings,
      count(graph.integrations).map((at) => ({
        ...own("setting", at),
        kind: `kind ${at}`,
        config: { model: "small" },
        secret: "ciphertext",
      })),
    ],
    [
      schema.contactFences,
      count(graph.erasedContacts).map((at) => ({
        workspaceId,
        contactId: idOf("erased", at),
        frozenAt: past,
        erasedAt: past,
      })),
    ],
  ];

  function aiRow(more: Record<string, unknown>) {
    return ({ contact }: { contact: number | null }, at: number) => ({
      ...own("ai", at),
      contactId: pick(contacts, contact),
      provider: "openai",
      prompt: `Prompt ${at}`,
      response: "Short",
      createdAt: past,
      ...more,
    });
  }
}
