import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { workspaces } from "./workspaces";

/**
 * A contact that takes no more writes: its erasure has begun, and once `erasedAt` is set it is over.
 *
 * The freeze and then the tombstone, until the period ends that the policy profile keeps one for.
 * Holds random ids only, refers to no contact, which it outlives, and goes with its workspace. `requestId` is the request that froze it, until it is
 * over. `workspaces.frozen_contacts` counts those not yet erased.
 */
export const contactFences = pgTable(
  "contact_fences",
  {
    workspaceId: uuid("workspace_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    requestId: uuid("request_id"),
    frozenAt: instant("frozen_at").notNull(),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    index("contact_fences_erased_idx").on(t.erasedAt).where(sql`${t.erasedAt} is not null`),
    index("contact_fences_request_idx")
      .on(t.workspaceId, t.requestId)
      .where(sql`${t.requestId} is not null`),
  ],
);
