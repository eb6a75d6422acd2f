import { notAbout, retain, unreachable } from "@/lib/erasure/engine";
import type { controllerTasks, inboundMails, mailEvents, webhookDeliveries } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep } from "./vocabulary";

const asMail = retain(
  "request_ledger",
  unreachable(
    "who wrote is sealed, and destroyed with the request it led to or when people have read it",
  ),
);

const asTask = retain(
  "request_ledger",
  unreachable("names its contact by a random id alone, which is cleared when it has ended"),
);

const aboutNobody = {
  workspace: notAbout,
  contact: notAbout,
  account: notAbout,
  meta_user: notAbout,
};

/** How requests come in and go on to businesses: ids, times, and what is sealed for a while. */
export const inbound = {
  inboundMails: {
    category: "requests",
    rows: { workspace: asMail, contact: asMail, account: asMail, meta_user: asMail },
    columns: {
      ...keep("id", "providerId", "state", "reason", "outcome", "requestId", "senderDigest"),
      ...keep("sealed", "receivedAt", "readAt", "settledAt", "settledBy"),
    },
  },
  controllerTasks: {
    category: "requests",
    rows: { workspace: asTask, contact: asTask, account: notAbout, meta_user: notAbout },
    columns: {
      ...keep("id", "requestId", "controllerId", "customerId", "matchedBy", "state"),
      ...keep("refusalReason", "erasureRequestId", "createdAt", "dueAt", "answeredAt", "endedAt"),
    },
  },
  webhookDeliveries: {
    category: "requests",
    rows: aboutNobody,
    columns: keep("source", "deliveryId", "receivedAt", "expiresAt"),
  },
  mailEvents: {
    category: "requests",
    rows: aboutNobody,
    columns: keep("providerId", "kind", "occurredAt", "recordedAt"),
  },
} satisfies VerdictsOn<{
  controllerTasks: typeof controllerTasks;
  inboundMails: typeof inboundMails;
  webhookDeliveries: typeof webhookDeliveries;
  mailEvents: typeof mailEvents;
}>;
