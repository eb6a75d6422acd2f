import { Callout } from "@/components/ui/callout";
import { arrival } from "./arrival";
import type { Outcome } from "./use-act";

type RefusalLineProps = {
  /** By script. */
  refusal: string | null;
  /** Of a form that the browser posted by itself. */
  posted: Outcome | null;
  className: string;
};

/** Why nothing was done, read out when it appears. */
export function RefusalLine({ refusal, posted, className }: RefusalLineProps) {
  const text = refusal ?? (posted?.isDone === false ? posted.text : null);

  return (
    <div role="alert" className={className} {...(refusal === null && posted ? arrival : {})}>
      {text !== null && <Callout tone="danger">{text}</Callout>}
    </div>
  );
}
