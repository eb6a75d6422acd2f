import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { mailState } from "./erasure-requests";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

export const exportState = pgEnum("export_state", [
  "waiting",
  "running",
  "ready",
  "failed",
  "cancelled",
]);

/**
 * An export of a workspace, or of one of its contacts: asked for, written by the worker, kept until
 * `expiresAt`.
 *
 * `objectId` is its file among `stored_objects`; it refers to none, so that the bytes can go first.
 * `takenAt` is the moment whose rows it holds. `heldUntil` is when a silent worker has lost it; while
 * it waits, when it may be tried again. With `erasesWorkspace` a request to erase the workspace follows
 * once it is ready; `erasureRefusal` says why none did.
 */
export const workspaceExports = pgTable(
  "workspace_exports",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    requestedByUserId: uuid("requested_by_user_id").references(() => users.id),
    includesMedia: boolean("includes_media").notNull(),
    state: exportState("state").notNull().default("waiting"),
    plannedParts: bigint("planned_parts", { mode: "number" }),
    doneParts: bigint("done_parts", { mode: "number" }).notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    heldUntil: instant("held_until"),
    objectId: uuid("object_id"),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    mailState: mailState("mail_state"),
    erasesWorkspace: boolean("erases_workspace").notNull().default(false),
    erasureChoices: jsonb("erasure_choices"),
    erasureRefusal: text("erasure_refusal"),
    createdAt: instant("created_at").notNull(),
    takenAt: instant("taken_at"),
    endedAt: instant("ended_at"),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("workspace_exports_contact_idx").on(t.workspaceId, t.contactId),
    index("workspace_exports_requested_by_idx")
      .on(t.requestedByUserId)
      .where(sql`${t.requestedByUserId} is not null`),
    index("workspace_exports_open_idx")
      .on(t.createdAt)
      .where(sql`${t.state} in ('waiting', 'running')`),
    index("workspace_exports_expires_idx").on(t.expiresAt),
    uniqueIndex("workspace_exports_one_open_key")
      .on(t.workspaceId, sql`coalesce(${t.contactId}, ${t.workspaceId})`)
      .where(sql`${t.state} in ('waiting', 'running')`),
  ],
);
