import {
  blank,
  blankedFor,
  mayMention,
  notAbout,
  retain,
  unreachable,
  where,
} from "@/lib/erasure/engine";
import type {
  cancellationTokens,
  erasureActs,
  erasureFileSteps,
  erasureGroups,
  erasureMails,
  erasureQuestions,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  erasureTransitions,
  legalHolds,
  platformKeys,
  purgeControls,
  rateLimits,
  requestFiles,
  tombstones,
  verificationTokens,
} from "../schema";

import type { VerdictsOn } from "./verdicts-on";
import { keep, namesNobody } from "./vocabulary";

const clearedAtTheEnd = "the keys of a run under way, cleared in the transaction that completes it";

const asLedger = retain("request_ledger", namesNobody);

const asFiles = retain(
  "request_ledger",
  unreachable("leads to a proof by a random key; goes with its bytes when the request has ended"),
);

const asHold = retain(
  "request_ledger",
  unreachable("names its subject by a random id alone, which leads to nothing once that is gone"),
);

/** The record of requests and erasures: what shows that we did it, and names nobody. */
export const ledger = {
  erasureRequests: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: {
      ...keep(
        "id",
        "confirmationCode",
        "channel",
        "requesterKind",
        "subjectKind",
        "subjectDigest",
        "subjectId",
        "addressDigest",
        "identifierDigests",
        "sealed",
      ),
      ...keep(
        "state",
        "refusalReason",
        "review",
        "locale",
        "policyProfile",
        "policyVersion",
        "receivedAt",
        "acknowledgeBy",
        "dueAt",
      ),
      ...keep("firstDueAt", "extendedAt", "extensionReason", "mergedIntoId"),
      ...keep("verifiedAt", "purgeAfter", "closedAt", "retained"),
      ...keep("backupsGoneBy", "backupsGoneAt"),
    },
  },
  erasureGroups: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep(
      "id",
      "selectionId",
      "workspaceDigest",
      "requestId",
      "contactIds",
      "contacts",
      "gone",
      "elsewhere",
      "chosenAt",
    ),
  },
  erasureTransitions: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "requestId", "fromState", "toState", "actorKind", "occurredAt"),
  },
  erasureActs: {
    category: "requests",
    rows: {
      workspace: asLedger,
      contact: asLedger,
      account: blank(where({ actorUserId: "userId" })),
      meta_user: asLedger,
    },
    columns: {
      ...keep("id", "requestId", "kind", "actorKind", "detail", "occurredAt"),
      actorUserId: blankedFor(["account"]),
    },
  },
  erasureQuestions: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "requestId", "tokenDigest", "askedAt", "expiresAt", "answeredAt"),
  },
  verificationTokens: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "requestId", "tokenDigest", "createdAt", "expiresAt", "usedAt"),
  },
  cancellationTokens: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "requestId", "tokenDigest", "createdAt"),
  },
  erasureMails: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep(
      "id",
      "requestId",
      "message",
      "state",
      "providerId",
      "errorCode",
      "queuedAt",
      "sentAt",
    ),
  },
  erasureRuns: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: {
      ...keep(
        "id",
        "requestId",
        "state",
        "sealedIdentifiers",
        "fence",
        "leaseUntil",
        "retryAfter",
        "stoppedBy",
        "residue",
      ),
      ...keep("startedAt", "purgedAt", "endedAt"),
      subjects: mayMention(["workspace", "contact", "account", "meta_user"], clearedAtTheEnd),
    },
  },
  erasureSteps: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: {
      ...keep(
        "runId",
        "ordinal",
        "subjectIndex",
        "tableName",
        "category",
        "action",
        "state",
        "plannedRows",
        "doneRows",
      ),
      ...keep("cursor", "startedAt", "endedAt"),
    },
  },
  erasureFileSteps: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: {
      ...keep("runId", "subjectIndex", "state", "plannedFiles", "doneFiles", "emptied"),
      ...keep("cursor", "failures", "lastError", "startedAt", "endedAt"),
    },
  },
  requestFiles: {
    category: "requests",
    rows: { workspace: asFiles, contact: asFiles, account: asFiles, meta_user: asFiles },
    columns: {
      ...keep("id", "requestId", "wrappedKey", "key", "state", "mimeType", "sizeBytes"),
      ...keep("uploadUntil", "createdAt", "storedAt"),
    },
  },
  legalHolds: {
    category: "requests",
    rows: {
      workspace: asHold,
      contact: asHold,
      account: blank(where({ placedByUserId: "userId" })),
      meta_user: asHold,
    },
    columns: {
      ...keep("id", "subjectKind", "subjectId", "contactWorkspaceId", "placedWithId", "category"),
      ...keep("basis", "reference"),
      ...keep("placedAt", "expiresAt", "releasedAt"),
      placedByUserId: blankedFor(["account"]),
    },
  },
  platformKeys: {
    category: "requests",
    rows: { workspace: notAbout, contact: notAbout, account: notAbout, meta_user: notAbout },
    columns: keep("purpose", "wrappedKey", "createdAt"),
  },
  purgeControls: {
    category: "requests",
    rows: { workspace: notAbout, contact: notAbout, account: notAbout, meta_user: notAbout },
    columns: keep("id", "pausedAt", "maxRuns", "changedAt", "changedBy"),
  },
  rateLimits: {
    category: "requests",
    rows: { workspace: notAbout, contact: notAbout, account: notAbout, meta_user: notAbout },
    columns: keep("key", "points", "expire"),
  },
  tombstones: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "subjectKind", "subjectDigest", "erasedAt"),
  },
} satisfies VerdictsOn<{
  erasureFileSteps: typeof erasureFileSteps;
  platformKeys: typeof platformKeys;
  requestFiles: typeof requestFiles;
  erasureGroups: typeof erasureGroups;
  erasureActs: typeof erasureActs;
  erasureQuestions: typeof erasureQuestions;
  erasureRequests: typeof erasureRequests;
  erasureTransitions: typeof erasureTransitions;
  verificationTokens: typeof verificationTokens;
  cancellationTokens: typeof cancellationTokens;
  erasureMails: typeof erasureMails;
  erasureRuns: typeof erasureRuns;
  erasureSteps: typeof erasureSteps;
  legalHolds: typeof legalHolds;
  purgeControls: typeof purgeControls;
  rateLimits: typeof rateLimits;
  tombstones: typeof tombstones;
}>;
