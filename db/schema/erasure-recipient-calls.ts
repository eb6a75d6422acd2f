import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";

export const recipientCallState = pgEnum("erasure_recipient_call_state", [
  "pending",
  "done",
  "failed",
]);

/**
 * What a run owes another system that had received the data, and how it ended: who was told, when,
 * with which outcome (GDPR art. 19). One row is one act on up to some hundred targets.
 *
 * No foreign keys, no identity: `sealed` is the ciphertext of what a call needs (credentials and the
 * targets' ids); it is destroyed when the act is done, and `keptUntil` at the latest when it failed.
 * Within a `chainId` a stage begins when those before it have ended; a chain that is its whole
 * group's waits for all chains of the group. `position` counts the targets that have been dealt with;
 * `fence` rises with every worker that takes the row.
 */
export const erasureRecipientCalls = pgTable(
  "erasure_recipient_calls",
  {
    id: timeOrderedId().primaryKey(),
    runId: uuid("run_id").notNull(),
    requestId: uuid("request_id").notNull(),
    recipient: text("recipient").notNull(),
    act: text("act").notNull(),
    groupId: uuid("group_id").notNull(),
    chainId: uuid("chain_id").notNull(),
    stage: integer("stage").notNull(),
    state: recipientCallState("state").notNull().default("pending"),
    sealed: text("sealed"),
    targets: integer("targets").notNull(),
    position: integer("position").notNull().default(0),
    done: integer("done").notNull().default(0),
    alreadyGone: integer("already_gone").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Where in the sealed list the targets stand that failed: what people may try again. */
    failedPositions: jsonb("failed_positions"),
    /** Calls in a row that failed and may yet succeed. */
    attempts: integer("attempts").notNull().default(0),
    /** Why the last call failed. */
    code: text("code"),
    fence: integer("fence").notNull().default(0),
    leaseUntil: instant("lease_until"),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** What has not succeeded by then has failed. */
    giveUpAt: instant("give_up_at").notNull(),
    lastCallAt: instant("last_call_at"),
    settledAt: instant("settled_at"),
    keptUntil: instant("kept_until"),
  },
  (t) => [
    index("erasure_recipient_calls_run_idx").on(t.runId),
    index("erasure_recipient_calls_request_idx").on(t.requestId),
    index("erasure_recipient_calls_group_idx").on(t.groupId),
    index("erasure_recipient_calls_due_idx").on(t.nextAttemptAt).where(sql`${t.state} = 'pending'`),
  ],
);
