import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

/** How a workspace has set up another system. `secret` is ciphertext under its data key. */
export const integrationSettings = pgTable(
  "integration_settings",
  {
    ...tenantColumns(),
    kind: text("kind").notNull(),
    config: jsonb("config").notNull(),
    secret: text("secret"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("integration_settings_kind_key").on(t.workspaceId, t.kind),
  ],
);

/** A key to the platform's API. Only its digest is kept. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    tokenDigest: text("token_digest").notNull(),
    createdByUserId: uuid("created_by_user_id").references(() => users.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("api_tokens_digest_key").on(t.workspaceId, t.tokenDigest),
    index("api_tokens_created_by_idx")
      .on(t.createdByUserId)
      .where(sql`${t.createdByUserId} is not null`),
  ],
);
