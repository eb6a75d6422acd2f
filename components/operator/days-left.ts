import { fillMessage } from "@/components/ui/fill-message";
import type { Tone } from "@/components/ui/tone";
import { deskMessages } from "./messages/desk-messages";

const dayMilliseconds = 86_400_000;
const soonDays = 3;

/**
 * How long until a deadline, in calendar days of UTC, and how alarming that is. What is a minute over
 * is late, whatever the day.
 */
export function daysLeft(dueAt: Date, now: Date): { text: string; tone: Tone } {
  const days = dayOf(dueAt) - dayOf(now);
  const { due } = deskMessages;
  if (dueAt < now) {
    const late = Math.max(-days, 1);
    return {
      text: late === 1 ? due.lateOneDay : fillMessage(due.late, { days: late }),
      tone: "danger",
    };
  }
  const tone = days <= soonDays ? "warning" : "neutral";
  if (days === 0) return { text: due.today, tone };
  return { text: days === 1 ? due.tomorrow : fillMessage(due.inDays, { days }), tone };
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMilliseconds);
}
