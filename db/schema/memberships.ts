import { index, pgEnum, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

export const membershipRole = pgEnum("membership_role", ["owner", "admin", "agent"]);

/** What a person may do in a workspace. Every workspace has at least one owner. */
export const memberships = pgTable(
  "memberships",
  {
    ...tenantColumns(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: membershipRole("role").notNull(),
    joinedAt: instant("joined_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("memberships_workspace_user_key").on(t.workspaceId, t.userId),
    index("memberships_user_id_idx").on(t.userId),
  ],
);
