import { Callout } from "@/components/ui/callout";
import { arrival } from "./arrival";
import type { Outcome } from "./use-act";

/** What became of the last act, read out when it appears. */
export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  return (
    <div
      role={outcome?.isDone === false ? "alert" : "status"}
      // There before its words are, and takes no room in the grid until then.
      className="-mt-5 not-empty:mt-0"
      {...(outcome?.isPosted ? arrival : {})}
    >
      {outcome && <Callout tone={outcome.isDone ? "success" : "danger"}>{outcome.text}</Callout>}
    </div>
  );
}
