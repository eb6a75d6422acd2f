import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { RequestState } from "@/lib/erasure/status";
import { deskMessages } from "./messages/desk-messages";

const tones: Record<RequestState, Tone> = {
  unverified: "neutral",
  verified: "neutral",
  in_review: "accent",
  scheduled: "neutral",
  on_hold: "warning",
  purging: "accent",
  verifying: "accent",
  completed: "success",
  completed_with_retentions: "success",
  failed: "danger",
  refused: "neutral",
  cancelled: "neutral",
  expired: "neutral",
};

/** Where a request stands, in a word. */
export function StateBadge({ state }: { state: RequestState }) {
  return <Badge tone={tones[state]}>{deskMessages.states[state]}</Badge>;
}
