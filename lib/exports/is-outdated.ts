import { and, eq, exists, gt, isNull, or } from "drizzle-orm";
import { contactFences, workspaceExports } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/**
 * Whether an export of a workspace holds a contact whose erasure has begun, or ended, since: then
 * nobody is to have it any more. One of the contact itself goes with them.
 */
export function isOutdated(db: Db) {
  const erasedSince = db
    .select({ id: contactFences.contactId })
    .from(contactFences)
    .where(
      and(
        eq(contactFences.workspaceId, workspaceExports.workspaceId),
        or(
          gt(contactFences.frozenAt, workspaceExports.takenAt),
          gt(contactFences.erasedAt, workspaceExports.takenAt),
        ),
      ),
    );
  return and(
    eq(workspaceExports.state, "ready"),
    isNull(workspaceExports.contactId),
    exists(erasedSince),
  );
}
