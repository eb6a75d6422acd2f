import { index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { mailState } from "./erasure-requests";

/** Who is reminded: the operators, or the owners and admins of a workspace that has a task. */
export const dueAudience = pgEnum("due_audience", ["operators", "controllers"]);

/**
 * How near a deadline was when somebody was told. `unacknowledged`: the mail that says that a request
 * has come in did not go out in time.
 */
export const dueMark = pgEnum("due_mark", ["days_7", "days_3", "days_1", "late", "unacknowledged"]);

/**
 * That an audience has been told of a deadline, by which batch of mails: once for each mark of each
 * date. A deadline that is moved has its own marks.
 *
 * `itemId` is the request itself, or the task of a business that it was forwarded to.
 */
export const dueMarks = pgTable(
  "due_marks",
  {
    itemId: uuid("item_id").notNull(),
    audience: dueAudience("audience").notNull(),
    mark: dueMark("mark").notNull(),
    dueAt: instant("due_at").notNull(),
    requestId: uuid("request_id").notNull(),
    batchId: uuid("batch_id").notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.audience, t.mark, t.dueAt] }),
    index("due_marks_batch_idx").on(t.batchId),
    index("due_marks_request_idx").on(t.requestId),
  ],
);

/**
 * One mail that says what is due, and what became of it. It goes to the operators' address, or to one
 * person of a workspace, whose address is looked up when it is sent.
 */
export const dueNotices = pgTable(
  "due_notices",
  {
    id: timeOrderedId().primaryKey(),
    batchId: uuid("batch_id").notNull(),
    controllerId: uuid("controller_id"),
    userId: uuid("user_id"),
    state: mailState("state").notNull().default("queued"),
    queuedAt: instant("queued_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (t) => [
    index("due_notices_state_idx").on(t.state, t.queuedAt),
    index("due_notices_batch_idx").on(t.batchId),
    index("due_notices_user_idx").on(t.userId),
  ],
);
