import { createHash } from "node:crypto";
import type { AnyErasureMap } from "@/lib/erasure/engine";
import { recipientsKeptDays } from "@/lib/erasure/schemas";
import { messagesIn } from "@/messages";
import { policyStatement } from "./policy-statement";
import type { PolicyProfile } from "./profile";

/**
 * A digest of all that a profile publishes: its promises, what the map makes of them, and the words
 * for both in each of its languages. It changes with whatever a reader could notice.
 */
export function publishedDigest(
  { lastUpdated: _date, version: _version, ...promises }: PolicyProfile,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
): string {
  const profile = { ...promises, lastUpdated: "", version: "" };
  const { subjects } = policyStatement(profile, map, subjectKinds);
  const words = promises.languages.map((language) => {
    const { policy, vocabulary } = messagesIn(language);
    return { language, policy, vocabulary };
  });

  return createHash("sha256")
    .update(JSON.stringify({ promises, subjects, words, recipientsKeptDays }))
    .digest("hex")
    .slice(0, 8);
}
