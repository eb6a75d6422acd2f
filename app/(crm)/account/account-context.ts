import type { ErasureContext } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";

/** What a person's acts on their own account need, for this process. */
export function accountContext(): ErasureContext {
  return erasureContext({ type: "requester" });
}
