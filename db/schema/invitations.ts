import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { mailState } from "./erasure-requests";
import { membershipRole } from "./memberships";
import { tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

/**
 * An invitation to join a workspace that nobody has accepted yet; accepted or withdrawn, it is gone.
 *
 * `addressDigest` is the keyed digest of `email`: by it the erasure of an account finds invitations
 * to its address. `sealedToken` is the link's secret, encrypted, until its mail has been sent.
 */
export const invitations = pgTable(
  "invitations",
  {
    ...tenantColumns(),
    email: text("email").notNull(),
    addressDigest: text("address_digest").notNull(),
    role: membershipRole("role").notNull(),
    tokenDigest: text("token_digest").notNull(),
    sealedToken: text("sealed_token"),
    invitedByUserId: uuid("invited_by_user_id").references(() => users.id),
    mailState: mailState("mail_state").notNull().default("queued"),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("invitations_workspace_address_key").on(t.workspaceId, t.addressDigest),
    index("invitations_token_idx").on(t.tokenDigest),
    index("invitations_address_idx").on(t.addressDigest, t.createdAt),
    index("invitations_invited_by_idx")
      .on(t.invitedByUserId)
      .where(sql`${t.invitedByUserId} is not null`),
  ],
);
