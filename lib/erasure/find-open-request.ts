import { and, eq, inArray, notInArray } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { SubjectKind } from "./status";
import { closedStates } from "./transition";

type OpenRequest = Pick<
  typeof erasureRequests.$inferSelect,
  "id" | "state" | "confirmationCode" | "sealed" | "subjectDigest"
>;

/** The one request of a subject that has not ended, if there is one. */
export async function findOpenRequest(
  db: Db | Tx,
  subject: { kind: SubjectKind; digest: string },
): Promise<OpenRequest | null> {
  const [open] = await findOpenRequests(db, subject.kind, [subject.digest]);
  return open ?? null;
}

/** Those of several subjects of a kind. */
export async function findOpenRequests(
  db: Db | Tx,
  kind: SubjectKind,
  digests: readonly string[],
): Promise<OpenRequest[]> {
  if (digests.length === 0) return [];
  return await db
    .select({
      id: erasureRequests.id,
      state: erasureRequests.state,
      confirmationCode: erasureRequests.confirmationCode,
      sealed: erasureRequests.sealed,
      subjectDigest: erasureRequests.subjectDigest,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectKind, kind),
        inArray(erasureRequests.subjectDigest, [...digests]),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    );
}
