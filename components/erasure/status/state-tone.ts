import type { Tone } from "@/components/ui/tone";
import type { RequestState } from "@/lib/erasure/status";

/** How each state feels; the words beside it say the same. */
export const stateTone: Readonly<Record<RequestState, Tone>> = {
  unverified: "neutral",
  verified: "accent",
  in_review: "accent",
  scheduled: "accent",
  on_hold: "warning",
  purging: "accent",
  verifying: "accent",
  completed: "success",
  completed_with_retentions: "success",
  failed: "danger",
  refused: "warning",
  cancelled: "neutral",
  expired: "neutral",
};
