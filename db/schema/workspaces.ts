import { sql } from "drizzle-orm";
import { boolean, check, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { reservedSlugs } from "./reserved-slugs";

export const workspaceState = pgEnum("workspace_state", ["active", "frozen"]);

/**
 * A business on the platform, and the root of everything it owns. The slug is its
 * address, so it is none of the words that begin the addresses of the app's own pages.
 *
 * A frozen workspace takes no more writes: its erasure has begun. `frozenContacts` of its contacts
 * take none: only where there are any does a writer have to ask whose row it writes.
 */
export const workspaces = pgTable(
  "workspaces",
  {
    id: timeOrderedId().primaryKey(),
    slug: text("slug").notNull().unique("workspaces_slug_key"),
    name: text("name").notNull(),
    businessName: text("business_name"),
    businessEmail: text("business_email"),
    businessPhone: text("business_phone"),
    businessAddress: text("business_address"),
    state: workspaceState("state").notNull().default("active"),
    frozenAt: instant("frozen_at"),
    frozenContacts: integer("frozen_contacts").notNull().default(0),
    /** Whether agents, too, may delete contacts; its owners and admins always may. */
    agentsDeleteContacts: boolean("agents_delete_contacts").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    check(
      "workspaces_slug_not_reserved",
      sql`${t.slug} <> all (array[${sql.raw(reservedSlugs.map((slug) => `'${slug}'`).join(", "))}])`,
    ),
  ],
);
