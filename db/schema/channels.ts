import { index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

export const channelKind = pgEnum("channel_kind", [
  "whatsapp",
  "instagram",
  "messenger",
  "telegram",
]);
export const connectionState = pgEnum("connection_state", ["connected", "disconnected"]);

/**
 * A messaging account that a workspace has connected, with the token to use it.
 *
 * `accessToken` is ciphertext under the workspace's data key. A WhatsApp connection names its
 * business account (WABA) and phone number, a page or bot its own id in `externalAccountId`.
 */
export const channelConnections = pgTable(
  "channel_connections",
  {
    ...tenantColumns(),
    kind: channelKind("kind").notNull(),
    displayName: text("display_name").notNull(),
    wabaId: text("waba_id"),
    phoneNumberId: text("phone_number_id"),
    phoneNumber: text("phone_number"),
    externalAccountId: text("external_account_id"),
    accessToken: text("access_token"),
    state: connectionState("state").notNull().default("connected"),
    authorizedByUserId: uuid("authorized_by_user_id").references(() => users.id),
    connectedAt: instant("connected_at").notNull().defaultNow(),
    disconnectedAt: instant("disconnected_at"),
  },
  (t) => [
    ...tenantConstraints(t),
    index("channel_connections_authorized_by_idx").on(t.authorizedByUserId),
    index("channel_connections_phone_number_id_idx").on(t.phoneNumberId),
  ],
);
