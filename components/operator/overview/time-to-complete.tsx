import { fillMessage } from "@/components/ui/fill-message";
import type { WeeklySpan } from "@/lib/erasure/desk/status";
import { overviewMessages } from "../messages/overview-messages";
import { SpanChart } from "./span-chart";

const { completed: words } = overviewMessages;

type TimeToCompleteProps = { weeks: readonly WeeklySpan[]; promisedDays: number };

/** From receipt to the end, against the promise. */
export function TimeToComplete({ weeks, promisedDays }: TimeToCompleteProps) {
  const text = fillMessage(words.text, { days: promisedDays });

  return <SpanChart weeks={weeks} promised={promisedDays} words={words} text={text} />;
}
