import { eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey, encryptWithDataKey, type MasterKey } from "@/lib/crypto";
import type { Db } from "@/lib/erasure/context";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";

export type ConnectedWorkspace = TestWorkspace & {
  metaUserId: string;
  /** Ids at the recipients. */
  wabaId: string;
  phoneNumberId: string;
  pageId: string;
  mediaIds: string[];
  fileIds: { openai: string[]; anthropic: string[] };
  tokens: { whatsapp: string; messenger: string; telegram: string; openai: string };
};

/**
 * A workspace that every kind of recipient has something of: a WhatsApp number with media and a
 * template, a page, a bot, files at two providers, addresses at a third. Its owner has a Meta login
 * and authorised the number and the page.
 */
export async function createConnectedWorkspace(
  db: Db,
  master: MasterKey,
  { media = 2 }: { media?: number } = {},
): Promise<ConnectedWorkspace> {
  const workspace = await createWorkspace(db, { contacts: 2, messages: 1 });
  const { id: workspaceId, slug, ownerId, contactIds } = workspace;
  const tail = slug.slice(2);
  const tokens = {
    whatsapp: `token-whatsapp-${tail}`,
    messenger: `token-messenger-${tail}`,
    telegram: `110201543:${tail}`,
    openai: `key-openai-${tail}`,
    resend: `key-resend-${tail}`,
  };
  const keyId = newId();
  const { key, wrappedKey } = await createDataKey(master, workspaceId, keyId);
  await db.delete(schema.workspaceKeys).where(eq(schema.workspaceKeys.workspaceId, workspaceId));
  await db.insert(schema.workspaceKeys).values({ workspaceId, id: keyId, wrappedKey });
  const sealed = (
    id: string,
    token: string,
    column = "access_token",
    table = "channel_connections",
  ) => encryptWithDataKey(key, token, `${table} ${id} ${column}`);

  const metaUserId = digits(tail, "10");
  await db.insert(schema.metaIdentities).values({ userId: ownerId, metaUserId });
  const [whatsApp] = await db
    .select()
    .from(schema.channelConnections)
    .where(eq(schema.channelConnections.workspaceId, workspaceId));
  const whatsAppId = whatsApp?.id ?? "";
  const [wabaId, phoneNumberId, pageId] = [
    digits(tail, "20"),
    digits(tail, "30"),
    digits(tail, "40"),
  ];
  await db
    .update(schema.channelConnections)
    .set({ wabaId, phoneNumberId, accessToken: await sealed(whatsAppId, tokens.whatsapp) })
    .where(eq(schema.channelConnections.id, whatsAppId));
  const [page, bot] = [newId(), newId()];
  await db.insert(schema.channelConnections).values([
    {
      workspaceId,
      id: page,
      kind: "messenger",
      displayName: "Page",
      externalAccountId: pageId,
      accessToken: await sealed(page, tokens.messenger),
      authorizedByUserId: ownerId,
    },
    {
      workspaceId,
      id: bot,
      kind: "telegram",
      displayName: "Bot",
      accessToken: await sealed(bot, tokens.telegram),
    },
  ]);
  for (const [kind, token, config] of [
    ["openai", tokens.openai, {}],
    ["resend", tokens.resend, { contacts: true, suppressions: true }],
  ] as const) {
    const [setting] = await db
      .insert(schema.integrationSettings)
      .values({ workspaceId, kind, config, secret: null })
      .onConflictDoUpdate({
        target: [schema.integrationSettings.workspaceId, schema.integrationSettings.kind],
        set: { config },
      })
      .returning();
    const settingId = setting?.id ?? "";
    await db
      .update(schema.integrationSettings)
      .set({ secret: await sealed(settingId, token, "secret", "integration_settings") })
      .where(eq(schema.integrationSettings.id, settingId));
  }

  const mediaIds = await addMedia(db, workspaceId, media, tail);
  const fileIds = { openai: [`file-a-${tail}`, `file-b-${tail}`], anthropic: [`file_c_${tail}`] };
  await db
    .delete(schema.aiProviderFiles)
    .where(eq(schema.aiProviderFiles.workspaceId, workspaceId));
  await db.insert(schema.aiProviderFiles).values(
    [...fileIds.openai, ...fileIds.anthropic].map((providerFileId, at) => ({
      workspaceId,
      contactId: contactIds[at % 2] ?? null,
      provider: at < fileIds.openai.length ? "openai" : "anthropic",
      providerFileId,
      fileName: "chat.jsonl",
      createdAt: new Date("2026-02-01T00:00:00Z"),
    })),
  );
  return { ...workspace, metaUserId, wabaId, phoneNumberId, pageId, mediaIds, fileIds, tokens };
}

/** Media of the workspace's first conversation. */
async function addMedia(
  db: Db,
  workspaceId: string,
  count: number,
  tail: string,
): Promise<string[]> {
  await db
    .delete(schema.mediaAttachments)
    .where(eq(schema.mediaAttachments.workspaceId, workspaceId));
  const [message] = await db
    .select({ id: schema.messages.id })
    .from(schema.messages)
    .where(eq(schema.messages.workspaceId, workspaceId))
    .orderBy(schema.messages.id)
    .limit(1);
  const ids = Array.from({ length: count }, (_, at) => digits(tail, `5${at}`));
  for (let from = 0; from < ids.length; from += 5_000) {
    await db.insert(schema.mediaAttachments).values(
      ids.slice(from, from + 5_000).map((providerMediaId) => ({
        workspaceId,
        messageId: message?.id ?? "",
        objectKey: `${workspaceId}/${providerMediaId}`,
        mimeType: "image/jpeg",
        sizeBytes: 1,
        providerMediaId,
      })),
    );
  }
  return ids;
}

/** A number as Meta has them, different for every workspace. */
function digits(tail: string, prefix: string): string {
  return `${prefix}${BigInt(`0x${tail}`)}`;
}
