import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, timeOrderedId } from "./columns";
import { subjectKind } from "./erasure-requests";

export const runState = pgEnum("erasure_run_state", ["purging", "verifying", "done", "failed"]);
export const stepState = pgEnum("erasure_step_state", ["pending", "running", "done"]);
export const stepAction = pgEnum("erasure_step_action", ["erase", "detach", "blank", "retain"]);

/**
 * One execution of a request's plan.
 *
 * `subjects` are opaque keys and `sealedIdentifiers` is ciphertext; both are cleared when the run
 * is done. A worker holds the run until `leaseUntil`; `fence` rises with every new holder, and a
 * batch by an older holder changes nothing. A run whose last slice threw is let go of and left alone
 * until `retryAfter`.
 */
export const erasureRuns = pgTable(
  "erasure_runs",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    state: runState("state").notNull().default("purging"),
    subjects: jsonb("subjects"),
    sealedIdentifiers: text("sealed_identifiers"),
    fence: integer("fence").notNull().default(0),
    leaseUntil: instant("lease_until"),
    retryAfter: instant("retry_after"),
    /** The legal holds that a run on hold waits for: it goes on when any of them has ended. */
    stoppedBy: uuid("stopped_by").array(),
    /** Where residue or a mention was found: `{ kind, table, column, rows }[]`. No values. */
    residue: jsonb("residue"),
    startedAt: instant("started_at").notNull(),
    purgedAt: instant("purged_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("erasure_runs_request_key").on(t.requestId),
    index("erasure_runs_state_idx").on(t.state, t.leaseUntil),
  ],
);

/** One table's part of a run: how many rows were planned, how many are done, and how far it got. */
export const erasureSteps = pgTable(
  "erasure_steps",
  {
    runId: uuid("run_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    subjectIndex: integer("subject_index").notNull(),
    tableName: text("table_name").notNull(),
    category: text("category").notNull(),
    action: stepAction("action").notNull(),
    state: stepState("state").notNull().default("pending"),
    plannedRows: bigint("planned_rows", { mode: "number" }).notNull(),
    doneRows: bigint("done_rows", { mode: "number" }).notNull().default(0),
    cursor: jsonb("cursor"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.runId, t.ordinal] })],
);

/**
 * The files of one of a run's subjects: how many were known when it began, and how many of those
 * have lost their bytes. `lastError` is the code of what went wrong last, null once it is done.
 */
export const erasureFileSteps = pgTable(
  "erasure_file_steps",
  {
    runId: uuid("run_id").notNull(),
    subjectIndex: integer("subject_index").notNull(),
    state: stepState("state").notNull().default("pending"),
    plannedFiles: bigint("planned_files", { mode: "number" }).notNull(),
    doneFiles: bigint("done_files", { mode: "number" }).notNull().default(0),
    /** How many of the subject's prefixes in the object store have been emptied. */
    emptied: integer("emptied").notNull().default(0),
    /** The last row whose bytes are gone, where they go row by row. */
    cursor: uuid("cursor"),
    failures: integer("failures").notNull().default(0),
    lastError: text("last_error"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.runId, t.subjectIndex] })],
);

/**
 * Purge forbidden for now: on what basis, by which reference, until when.
 *
 * Of a whole subject, or of one published category of its data. A contact is one of a workspace.
 */
export const legalHolds = pgTable(
  "legal_holds",
  {
    id: timeOrderedId().primaryKey(),
    subjectKind: subjectKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    contactWorkspaceId: uuid("contact_workspace_id"),
    /** The first of those that were placed by one act, and are released by one; null: it stands alone. */
    placedWithId: uuid("placed_with_id"),
    category: text("category"),
    basis: text("basis").notNull(),
    reference: text("reference").notNull(),
    placedByUserId: uuid("placed_by_user_id"),
    placedAt: instant("placed_at").notNull(),
    expiresAt: instant("expires_at"),
    releasedAt: instant("released_at"),
  },
  (t) => [
    index("legal_holds_subject_idx").on(t.subjectKind, t.subjectId),
    index("legal_holds_contact_workspace_idx")
      .on(t.contactWorkspaceId)
      .where(sql`${t.contactWorkspaceId} is not null`),
    index("legal_holds_placed_with_idx")
      .on(t.placedWithId)
      .where(sql`${t.placedWithId} is not null`),
    index("legal_holds_placed_by_idx")
      .on(t.placedByUserId)
      .where(sql`${t.placedByUserId} is not null`),
  ],
);

/** The identity-free record that stops erased data from coming back. */
export const tombstones = pgTable(
  "tombstones",
  {
    id: timeOrderedId().primaryKey(),
    subjectKind: subjectKind("subject_kind").notNull(),
    subjectDigest: text("subject_digest").notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (t) => [
    uniqueIndex("tombstones_subject_key").on(t.subjectKind, t.subjectDigest),
    index("tombstones_erased_idx").on(t.erasedAt),
  ],
);
