import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";

/**
 * A person with an account on the platform; what they may do in a workspace is a membership.
 *
 * `email` is stored in lower case. No password means Meta login is the only credential. A frozen
 * account signs in nowhere and joins nothing: its erasure has begun.
 */
export const users = pgTable(
  "users",
  {
    id: timeOrderedId().primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    isOperator: boolean("is_operator").notNull().default(false),
    locale: text("locale").notNull().default("en"),
    frozenAt: instant("frozen_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("users_email_key").on(t.email)],
);

/**
 * A person's Meta login: the app-scoped user ID and what was read from Meta with it.
 *
 * This is the id that Meta's deletion callback names. It is not a WhatsApp or page-scoped id.
 */
export const metaIdentities = pgTable(
  "meta_identities",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id),
    metaUserId: text("meta_user_id").notNull(),
    displayName: text("display_name"),
    email: text("email"),
    pictureUrl: text("picture_url"),
    linkedAt: instant("linked_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("meta_identities_meta_user_id_key").on(t.metaUserId)],
);

/**
 * One signed-in browser. The cookie only names the row: delete it and the session has ended.
 * `confirmedAt` is when its password was typed last: what destroys asks for it again.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: timeOrderedId().primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull().defaultNow(),
    confirmedAt: instant("confirmed_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user_id_idx").on(t.userId)],
);
