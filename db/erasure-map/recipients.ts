import { retain, unreachable } from "@/lib/erasure/engine";
import type { erasureRecipientCalls } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep } from "./vocabulary";

const asLedger = retain(
  "request_ledger",
  unreachable(
    "holds states, counts and times; what is sealed in it goes with the call, or thirty days after one failed for good",
  ),
);

/** Which other systems were told of an erasure, and how that ended. */
export const recipients = {
  erasureRecipientCalls: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: {
      ...keep("id", "runId", "requestId", "recipient", "act", "groupId", "chainId", "stage"),
      ...keep("state", "sealed", "targets", "position", "done", "alreadyGone", "failed"),
      ...keep("failedPositions", "attempts", "code", "fence", "leaseUntil", "nextAttemptAt"),
      ...keep("giveUpAt", "lastCallAt", "settledAt", "keptUntil"),
    },
  },
} satisfies VerdictsOn<{ erasureRecipientCalls: typeof erasureRecipientCalls }>;
