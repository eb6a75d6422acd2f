import { index, pgEnum, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { refusalReason } from "./erasure-requests";

/**
 * `open`: the business has not answered. `erasing`: it has, and its erasure is under way. `erased`,
 * `refused`: how it ended. `withdrawn`: the request ended without it.
 */
export const controllerTaskState = pgEnum("controller_task_state", [
  "open",
  "erasing",
  "erased",
  "refused",
  "withdrawn",
]);

/** By what a contact was found: an address that its owner has proved, or a number they only claim. */
export const contactMatch = pgEnum("contact_match", ["email", "phone"]);

/**
 * A customer's request, as one business that has their records is asked to answer it.
 *
 * Part of the ledger and no foreign keys, although it names a workspace and a contact by their ids:
 * it outlives both, so that the customer's request learns how it ended. The contact's id is cleared
 * when the task has ended.
 */
export const controllerTasks = pgTable(
  "controller_tasks",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    controllerId: uuid("controller_id").notNull(),
    customerId: uuid("customer_id"),
    matchedBy: contactMatch("matched_by").notNull(),
    state: controllerTaskState("state").notNull().default("open"),
    refusalReason: refusalReason("refusal_reason"),
    /** The business's own request, by which the contact is erased. */
    erasureRequestId: uuid("erasure_request_id"),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    answeredAt: instant("answered_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("controller_tasks_one_per_contact").on(t.requestId, t.controllerId, t.customerId),
    index("controller_tasks_controller_idx").on(t.controllerId, t.state, t.dueAt),
    index("controller_tasks_state_idx").on(t.state, t.dueAt),
  ],
);
