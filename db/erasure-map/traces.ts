import {
  alongside,
  anyOf,
  blank,
  blankedFor,
  erase,
  notAbout,
  retain,
  where,
} from "@/lib/erasure/engine";
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
      contact: erase(
        anyOf<"workspaceId" | "contactId" | "addressDigest">(
          ofContact,
          where({ workspaceId: "workspaceId", addressDigest: "addressDigests" }),
        ),
      ),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep(
      "workspaceId",
      "id",
      "contactId",
      "addressDigest",
      "source",
      "payload",
      "occurredAt",
    ),
  },
  auditLog: {
    category: "audit",
    rows: {
      workspace: retain("audit_log", ofWorkspace),
      contact: retain(
        "audit_log",
        where({ workspaceId: "workspaceId", targetContactId: "contactId" }),
      ),
      account: retain(
        "audit_log",
        anyOf<"actorUserId" | "targetUserId">(
          where({ actorUserId: "userId" }),
          where({ targetUserId: "userId" }),
        ),
      ),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "occurredAt", "action", "actorKind"),
      actorUserId: blankedFor(["workspace", "account"]),
      ipAddress: alongside("actorUserId", blankedFor(["workspace", "account"])),
      targetUserId: blankedFor(["workspace", "account"]),
      targetContactId: blankedFor(["workspace", "contact"]),
      detail: blankedFor(["workspace", "contact", "account"]),
    },
  },
} satisfies VerdictsOn<{
  activityLogs: typeof activityLogs;
  debugTraces: typeof debugTraces;
  auditLog: typeof auditLog;
}>;
