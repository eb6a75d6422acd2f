import { DateTime } from "@/components/ui/date-time";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { RequestState, RequestStatus } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";
import { stateTone } from "./state-tone";

/** What still lies ahead if all goes well; a closed request has nothing ahead. */
const ahead: Readonly<Partial<Record<RequestState, readonly RequestState[]>>> = {
  unverified: ["verified", "purging", "completed"],
  verified: ["purging", "verifying", "completed"],
  in_review: ["purging", "verifying", "completed"],
  scheduled: ["purging", "verifying", "completed"],
  on_hold: ["purging", "verifying", "completed"],
  failed: ["purging", "verifying", "completed"],
  purging: ["verifying", "completed"],
  verifying: ["completed"],
};

/** The request's way so far, and what is still to come. */
export function StatusTimeline({ status }: { status: RequestStatus }) {
  return (
    <Timeline label={statusMessages.timeline.title} items={[...past(status), ...future(status)]} />
  );
}

function past({ receivedAt, timeline }: RequestStatus): TimelineItem[] {
  // Whoever proved beforehand who they are starts further on; they asked all the same.
  const began = timeline[0]?.state === "unverified" ? [] : [received(receivedAt)];

  return [
    ...began,
    ...timeline.map(({ state, at }, index) => ({
      key: `${index} ${state}`,
      title: statusMessages.states[state].label,
      at: <DateTime value={at} precision="minute" />,
      tone: stateTone[state] === "neutral" ? ("accent" as const) : stateTone[state],
    })),
  ];
}

function received(at: Date): TimelineItem {
  return {
    key: "received",
    title: statusMessages.states.unverified.label,
    at: <DateTime value={at} precision="minute" />,
    tone: "accent",
  };
}

function future({ state, dueAt }: RequestStatus): TimelineItem[] {
  return (ahead[state] ?? []).map((next) => ({
    key: `ahead ${next}`,
    title: statusMessages.states[next].label,
    isAhead: true,
    ...(next === "completed"
      ? {
          at: (
            <>
              {statusMessages.timeline.dueBy} <DateTime value={dueAt} />
            </>
          ),
        }
      : {}),
  }));
}
