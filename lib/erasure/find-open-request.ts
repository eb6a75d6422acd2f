import { and, eq, notInArray } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { SubjectKind } from "./status";
import { closedStates } from "./transition";

/** The one request of a subject that has not ended, if there is one. */
export async function findOpenRequest(
  db: Db | Tx,
  subject: { kind: SubjectKind; digest: string },
): Promise<{
  id: string;
  state: (typeof erasureRequests.$inferSelect)["state"];
  confirmationCode: string;
  sealed: string | null;
} | null> {
  const [open] = await db
    .select({
      id: erasureRequests.id,
      state: erasureRequests.state,
      confirmationCode: erasureRequests.confirmationCode,
      sealed: erasureRequests.sealed,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectKind, subject.kind),
        eq(erasureRequests.subjectDigest, subject.digest),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    );
  return open ?? null;
}
