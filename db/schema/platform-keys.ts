import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A key of the platform's own that must outlive the master key, wrapped by it.
 *
 * `digest` is what every keyed digest is made with. A digest cannot be made again once its value is
 * forgotten, so this key stays the same when the master key is changed, and is only wrapped anew.
 */
export const platformKeys = pgTable("platform_keys", {
  purpose: text("purpose", { enum: ["digest"] }).primaryKey(),
  wrappedKey: text("wrapped_key").notNull(),
  createdAt: instant("created_at").notNull(),
});
