import { blank, blankedFor, erase, notAbout, retain, where } from "@/lib/erasure/engine";
import type { activityLogs, auditLog, debugTraces } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace } from "./vocabulary";

/** What people and machines did, as logged. */
export const traces = {
  activityLogs: {
    category: "activity",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: blank(where({ actorUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "contactId", "action", "occurredAt"),
      detail: blankedFor(["account"]),
      actorUserId: blankedFor(["account"]),
      ipAddress: blankedFor(["account"]),
    },
  },
  debugTraces: {
    category: "activity",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "contactId", "source", "payload", "occurredAt"),
  },
  auditLog: {
    category: "audit",
    rows: {
      workspace: retain("audit_log", ofWorkspace),
      contact: notAbout,
      account: retain("audit_log", where({ actorUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "occurredAt", "action", "actorKind"),
      actorUserId: blankedFor(["workspace", "account"]),
      ipAddress: blankedFor(["workspace", "account"]),
      detail: blankedFor(["workspace", "account"]),
    },
  },
} satisfies VerdictsOn<{
  activityLogs: typeof activityLogs;
  debugTraces: typeof debugTraces;
  auditLog: typeof auditLog;
}>;
