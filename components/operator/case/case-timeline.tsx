import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { CaseEvent } from "@/lib/erasure/desk/status";
import type { RequestState } from "@/lib/erasure/status";
import { caseMessages } from "../messages/case-messages";
import { deskMessages } from "../messages/desk-messages";

const { timeline } = caseMessages;

const tones: Partial<Record<RequestState, Tone>> = {
  completed: "success",
  completed_with_retentions: "success",
  failed: "danger",
  on_hold: "warning",
};

/** What happened to a request and who did it, as far as anybody may know, oldest first. */
export function CaseTimeline({ events }: { events: readonly CaseEvent[] }) {
  return (
    <Timeline
      label={timeline.title}
      items={events.map((event) => ({
        key: event.id,
        title: titleOf(event),
        at: <DateTime value={event.at} precision="minute" />,
        detail: detailOf(event),
        tone: event.type === "state" ? (tones[event.to] ?? "accent") : "neutral",
      }))}
    />
  );
}

function titleOf(event: CaseEvent): string {
  return event.type === "state" ? deskMessages.states[event.to] : timeline.acts[event.act];
}

function detailOf(event: CaseEvent): string {
  const actor = deskMessages.actors[event.by];
  const who =
    event.operator === null
      ? fillMessage(timeline.by, { actor })
      : fillMessage(timeline.byOperator, { actor, name: event.operator });
  if (event.type === "state") return who;
  const { from, to } = event.detail;
  if (typeof from !== "string" || typeof to !== "string") return who;
  const days = { from: formatDate(new Date(from)), to: formatDate(new Date(to)) };
  return `${who}. ${fillMessage(timeline.moved, days)}`;
}
