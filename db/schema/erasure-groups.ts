import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * The contacts of one request that names several, as they were chosen: so many random ids, and none
 * once the request has ended.
 *
 * What was chosen at once shares a `selectionId`; a large choice is several requests. `gone` contacts
 * had vanished by the time the run began, `elsewhere` another request had begun to erase; both are
 * null until then. The workspace is known by a keyed digest.
 */
export const erasureGroups = pgTable(
  "erasure_groups",
  {
    id: uuid("id").primaryKey(),
    selectionId: uuid("selection_id").notNull(),
    workspaceDigest: text("workspace_digest").notNull(),
    requestId: uuid("request_id"),
    contactIds: uuid("contact_ids").array(),
    contacts: integer("contacts").notNull(),
    gone: integer("gone"),
    elsewhere: integer("elsewhere"),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    uniqueIndex("erasure_groups_request_key").on(t.requestId),
    index("erasure_groups_selection_idx").on(t.selectionId),
    index("erasure_groups_workspace_idx").on(t.workspaceDigest, t.chosenAt),
  ],
);
