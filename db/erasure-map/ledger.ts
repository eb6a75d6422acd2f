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
  erasureMails,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  erasureTransitions,
  legalHolds,
  purgeControls,
  rateLimits,
  tombstones,
  verificationTokens,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, namesNobody } from "./vocabulary";

const clearedAtTheEnd = "the keys of a run under way, cleared in the transaction that completes it";

const asLedger = retain("request_ledger", namesNobody);

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
      ...keep("verifiedAt", "purgeAfter", "closedAt", "retained"),
    },
  },
  erasureTransitions: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("id", "requestId", "fromState", "toState", "actorKind", "occurredAt"),
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
  legalHolds: {
    category: "requests",
    rows: {
      workspace: asHold,
      contact: asHold,
      account: blank(where({ placedByUserId: "userId" })),
      meta_user: asHold,
    },
    columns: {
      ...keep("id", "subjectKind", "subjectId", "basis", "reference"),
      ...keep("placedAt", "expiresAt", "releasedAt"),
      placedByUserId: blankedFor(["account"]),
    },
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
