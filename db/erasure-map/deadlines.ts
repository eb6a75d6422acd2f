import { erase, retain, unreachable, where } from "@/lib/erasure/engine";
import type { dueMarks, dueNotices } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, namesNobody } from "./vocabulary";

const asLedger = retain("request_ledger", namesNobody);

/** Who was told that something is due. */
export const deadlines = {
  dueMarks: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("itemId", "audience", "mark", "dueAt", "requestId", "batchId", "markedAt"),
  },
  dueNotices: {
    category: "requests",
    rows: {
      workspace: retain(
        "request_ledger",
        unreachable("names its workspace by a random id alone, which leads to nothing afterwards"),
      ),
      contact: asLedger,
      account: erase(where({ userId: "userId" })),
      meta_user: asLedger,
    },
    columns: keep("id", "batchId", "controllerId", "userId", "state", "queuedAt", "settledAt"),
  },
} satisfies VerdictsOn<{ dueMarks: typeof dueMarks; dueNotices: typeof dueNotices }>;
