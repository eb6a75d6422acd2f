import { boolean, index, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

export const automationRunState = pgEnum("automation_run_state", ["running", "done", "failed"]);

/** A rule: when this happens, do that. */
export const automations = pgTable(
  "automations",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    trigger: text("trigger").notNull(),
    definition: jsonb("definition").notNull(),
    isEnabled: boolean("is_enabled").notNull().default(true),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  tenantConstraints,
);

export const automationRuns = pgTable(
  "automation_runs",
  {
    ...tenantColumns(),
    automationId: uuid("automation_id").notNull(),
    contactId: uuid("contact_id"),
    state: automationRunState("state").notNull(),
    input: jsonb("input"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.automationId, automations),
    sibling(t, t.contactId, contacts),
    index("automation_runs_automation_idx").on(t.workspaceId, t.automationId),
    index("automation_runs_contact_idx").on(t.workspaceId, t.contactId),
  ],
);
