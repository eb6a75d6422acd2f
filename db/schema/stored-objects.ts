import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

export const objectState = pgEnum("object_state", ["pending", "stored"]);
export const objectPurpose = pgEnum("object_purpose", ["media", "export", "snapshot"]);

/**
 * What is known of bytes in the object store, written before the first of them is uploaded.
 *
 * So no byte is ever without a row that leads to it, and the row goes after its bytes. An upload
 * that is still pending at `uploadUntil` has failed, and never ends later than that. `sizeBytes` is
 * known when it is stored.
 */
function objectColumns() {
  return {
    key: text("key").notNull(),
    state: objectState("state").notNull().default("pending"),
    mimeType: text("mime_type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    uploadUntil: instant("upload_until").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    storedAt: instant("stored_at"),
  };
}

/**
 * A workspace's object: message media, an export, a snapshot. Encrypted under the workspace's data
 * key `dataKeyId`, unless that is null; without the key its bytes are noise.
 *
 * The key refers to nobody, so that destroying it waits for no object. Every key lies under the
 * workspace's own prefix, and a contact's under theirs: `objectPrefix` says how.
 */
export const storedObjects = pgTable(
  "stored_objects",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    purpose: objectPurpose("purpose").notNull(),
    dataKeyId: uuid("data_key_id"),
    ...objectColumns(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    uniqueIndex("stored_objects_key_key").on(t.workspaceId, t.key),
    index("stored_objects_contact_idx").on(t.workspaceId, t.contactId),
    index("stored_objects_pending_idx").on(t.uploadUntil).where(sql`${t.state} = 'pending'`),
    index("stored_objects_exports_idx").on(t.storedAt).where(sql`${t.purpose} = 'export'`),
    check(
      "stored_objects_key_under_workspace",
      sql`starts_with(${t.key}, 'workspaces/' || ${t.workspaceId} || '/')`,
    ),
  ],
);

/**
 * What was handed in with a request: a proof of who somebody is or whom they act for.
 *
 * It belongs to the request and to no workspace, so it has a data key of its own, wrapped by the
 * master key. It goes with its bytes when the request has ended, however that was.
 */
export const requestFiles = pgTable(
  "request_files",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    wrappedKey: text("wrapped_key").notNull(),
    ...objectColumns(),
  },
  (t) => [
    uniqueIndex("request_files_key_key").on(t.key),
    index("request_files_request_idx").on(t.requestId),
    index("request_files_pending_idx").on(t.uploadUntil).where(sql`${t.state} = 'pending'`),
    check(
      "request_files_key_under_request",
      sql`starts_with(${t.key}, 'requests/' || ${t.requestId} || '/')`,
    ),
  ],
);

/** Where all objects of a workspace, of one of its contacts, or of a request lie. Opaque ids alone. */
export function objectPrefix(
  owner: { workspaceId: string; contactId?: string | null } | { requestId: string },
): string {
  if ("requestId" in owner) return `requests/${owner.requestId}/`;
  const workspace = `workspaces/${owner.workspaceId}/`;
  return owner.contactId ? `${workspace}contacts/${owner.contactId}/` : workspace;
}
