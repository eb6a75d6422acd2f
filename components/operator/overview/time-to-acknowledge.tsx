import { fillMessage } from "@/components/ui/fill-message";
import type { WeeklySpan } from "@/lib/erasure/desk/status";
import { overviewMessages } from "../messages/overview-messages";
import { SpanChart } from "./span-chart";

const { acknowledged: words } = overviewMessages;

type TimeToAcknowledgeProps = { weeks: readonly WeeklySpan[]; promisedHours: number };

/** From receipt to the first mail, against the promise. */
export function TimeToAcknowledge({ weeks, promisedHours }: TimeToAcknowledgeProps) {
  const text = fillMessage(words.text, { hours: promisedHours });

  return <SpanChart weeks={weeks} promised={promisedHours} words={words} text={text} />;
}
