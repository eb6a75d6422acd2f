import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns, tenantConstraints } from "./tenancy";

/**
 * A workspace's data key, wrapped by the platform's master key (`MASTER_KEY`).
 *
 * Destroying the row makes everything encrypted under it unreadable, wherever a copy lies.
 */
export const workspaceKeys = pgTable(
  "workspace_keys",
  {
    ...tenantColumns(),
    wrappedKey: text("wrapped_key").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  tenantConstraints,
);
