import { erasureContext } from "@/lib/erasure-context";
import { filesContext } from "@/lib/files-context";

/** What a member's acts on exports need, for this process. Their role is asked of the database. */
export function exportContext(userId: string) {
  return { ...erasureContext({ type: "requester" }), ...filesContext(), userId };
}
