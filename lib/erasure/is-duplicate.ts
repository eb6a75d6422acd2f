import type { erasureRequests } from "@/db/schema";

type Compared = Pick<
  typeof erasureRequests.$inferSelect,
  "id" | "state" | "subjectKind" | "subjectId" | "addressDigest" | "identifierDigests"
>;

/**
 * Whether a request asks once more for what another asks for already: of the same kind, about the same
 * subject, or from the same address or number. A verified one is no duplicate of one that is not.
 */
export function isDuplicate(duplicate: Compared, into: Compared): boolean {
  if (duplicate.id === into.id || duplicate.subjectKind !== into.subjectKind) return false;
  if (into.state === "unverified" && duplicate.state !== "unverified") return false;
  if (duplicate.subjectId !== null && into.subjectId !== null) {
    return duplicate.subjectId === into.subjectId;
  }
  const known = new Set([into.addressDigest, ...(into.identifierDigests ?? [])]);
  return [duplicate.addressDigest, ...(duplicate.identifierDigests ?? [])].some(
    (digest) => digest !== null && known.has(digest),
  );
}
