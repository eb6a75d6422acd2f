import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import { loadOrder } from "./load-order";

/** Lethe's own records: in a fresh database nobody has asked for an erasure or an export yet. */
const ledgerTables: ReadonlySet<PgTable> = new Set<PgTable>([
  schema.accountCodes,
  schema.addressTombstones,
  schema.cancellationTokens,
  schema.contactFences,
  schema.controllerTasks,
  schema.dueMarks,
  schema.dueNotices,
  schema.erasureGroups,
  schema.erasureRequests,
  schema.erasureTransitions,
  schema.erasureActs,
  schema.erasureQuestions,
  schema.verificationTokens,
  schema.erasureMails,
  schema.erasureReceipts,
  schema.erasureReceiptKeys,
  schema.erasureRecipientCalls,
  schema.erasureRuns,
  schema.erasureSteps,
  schema.erasureFileSteps,
  schema.erasureTombstoneLog,
  schema.inboundMails,
  schema.legalHolds,
  schema.mailEvents,
  schema.platformKeys,
  schema.purgeControls,
  schema.rateLimits,
  schema.requestFiles,
  schema.tombstones,
  schema.webhookDeliveries,
  schema.workspaceExports,
]);

/** Every table of the CRM, parents first. */
export const seededTables: readonly PgTable[] = loadOrder(
  Object.values(schema).flatMap((member) =>
    is(member, PgTable) && !ledgerTables.has(member) ? [member] : [],
  ),
);

export const seededTableNames: readonly string[] = seededTables.map(getTableName);
