import { erasureContext } from "@/lib/erasure-context";
import type { TeamContext } from "@/lib/team/team-context";

/** What a member's acts on their team need, for this process. Their role is asked of the database. */
export function teamContext(userId: string): TeamContext {
  return { ...erasureContext({ type: "requester" }), userId };
}
