import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

/** One call to an AI provider: what was asked, what came back. */
export const aiLogs = pgTable(
  "ai_logs",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    prompt: text("prompt").notNull(),
    response: text("response").notNull(),
    tokensUsed: integer("tokens_used").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("ai_logs_contact_idx").on(t.workspaceId, t.contactId),
  ],
);

/** A cached prompt and response, with the contact whose words are in it, if any. */
export const aiCacheEntries = pgTable(
  "ai_cache_entries",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    promptDigest: text("prompt_digest").notNull(),
    prompt: text("prompt").notNull(),
    response: text("response").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    uniqueIndex("ai_cache_entries_prompt_key").on(t.workspaceId, t.promptDigest),
    index("ai_cache_entries_contact_idx").on(t.workspaceId, t.contactId),
  ],
);

/** A file that lies with an AI provider and has to be deleted there. */
export const aiProviderFiles = pgTable(
  "ai_provider_files",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    provider: text("provider").notNull(),
    providerFileId: text("provider_file_id").notNull(),
    fileName: text("file_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("ai_provider_files_contact_idx").on(t.workspaceId, t.contactId),
  ],
);
