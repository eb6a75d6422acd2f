import { sql } from "drizzle-orm";
import { check, integer, pgTable } from "drizzle-orm/pg-core";
import { actorKind } from "./actors";
import { instant } from "./columns";

/**
 * How operators steer every purge on this database: one row, written by its migration.
 *
 * While `pausedAt` is set no batch runs and no run starts. At most `maxRuns` runs are under way at
 * once, over all workers.
 */
export const purgeControls = pgTable(
  "purge_controls",
  {
    id: integer("id").primaryKey().default(1),
    pausedAt: instant("paused_at"),
    maxRuns: integer("max_runs").notNull().default(2),
    changedAt: instant("changed_at").notNull(),
    changedBy: actorKind("changed_by").notNull(),
  },
  (t) => [
    check("purge_controls_one_row", sql`${t.id} = 1`),
    check("purge_controls_max_runs", sql`${t.maxRuns} between 1 and 100`),
  ],
);
