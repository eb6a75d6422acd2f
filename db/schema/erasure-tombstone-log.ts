import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Every completed erasure, in order, as it is written outside the database: what finds, after a
 * restore, those that the restore undid.
 *
 * `entry` is signed and names its subjects by random ids and keyed digests alone. Written in the
 * transaction that completes the request; `storedAt` is when the object store had it. What came from
 * there into a restored database is to be replayed until nothing of its subjects is left.
 */
export const erasureTombstoneLog = pgTable(
  "erasure_tombstone_log",
  {
    sequence: bigint("sequence", { mode: "number" }).primaryKey(),
    requestId: uuid("request_id").notNull(),
    entry: text("entry").notNull(),
    erasedAt: instant("erased_at").notNull(),
    storedAt: instant("stored_at"),
    isToReplay: boolean("is_to_replay").notNull().default(false),
  },
  (t) => [
    index("erasure_tombstone_log_unstored_idx").on(t.sequence).where(sql`${t.storedAt} is null`),
    index("erasure_tombstone_log_to_replay_idx").on(t.sequence).where(sql`${t.isToReplay}`),
    index("erasure_tombstone_log_request_idx").on(t.requestId),
  ],
);
