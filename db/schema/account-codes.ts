import { integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { mailState } from "./erasure-requests";
import { users } from "./users";

export const codePurpose = pgEnum("account_code_purpose", ["erase_account", "change_email"]);

/**
 * A code mailed to a person, which proves that they read that address now: one for each purpose,
 * short-lived, good for one use and a few attempts.
 *
 * `codeDigest` is keyed: a code is short enough to be guessed from a plain hash. `sealed` holds,
 * encrypted, the code until its mail has been sent, and an address that is to become the account's.
 */
export const accountCodes = pgTable(
  "account_codes",
  {
    id: timeOrderedId().primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    purpose: codePurpose("purpose").notNull(),
    codeDigest: text("code_digest").notNull(),
    sealed: text("sealed"),
    attempts: integer("attempts").notNull().default(0),
    mailState: mailState("mail_state").notNull().default("queued"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [uniqueIndex("account_codes_user_purpose_key").on(t.userId, t.purpose)],
);
