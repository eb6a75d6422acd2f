import { sql } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";

/** The columns of a request that the queue shows: none of them leads to a person. */
export const queueRow = {
  id: erasureRequests.id,
  confirmationCode: erasureRequests.confirmationCode,
  state: erasureRequests.state,
  channel: erasureRequests.channel,
  requesterKind: erasureRequests.requesterKind,
  subjectKind: erasureRequests.subjectKind,
  receivedAt: erasureRequests.receivedAt,
  dueAt: erasureRequests.dueAt,
  isExtended: sql<boolean>`${erasureRequests.extendedAt} is not null`,
  closedAt: erasureRequests.closedAt,
};
