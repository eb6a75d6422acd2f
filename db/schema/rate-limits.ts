import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * How often somebody has tried something in the present span of time; let go of soon after it.
 *
 * `key` is what is limited and a keyed digest of who: it names nobody.
 */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expire: instant("expire"),
  },
  (t) => [index("rate_limits_expire_idx").on(t.expire)],
);
