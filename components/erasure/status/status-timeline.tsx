import { useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { Moment } from "@/components/words/moment";
import type { RequestState, RequestStatus } from "@/lib/erasure/status";
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
  const t = useTranslations("status");
  const label = (state: RequestState) => t(`states.${state}.label`);

  return (
    <Timeline
      label={t("timeline.title")}
      items={[
        ...wayOf(status).map(
          ({ state, at }, index): TimelineItem => ({
            key: `${index} ${state}`,
            title: label(state),
            at: <Moment value={at} precision="minute" />,
            tone: stateTone[state] === "neutral" ? "accent" : stateTone[state],
          }),
        ),
        ...(ahead[status.state] ?? []).map(
          (next): TimelineItem => ({
            key: `ahead ${next}`,
            title: label(next),
            isAhead: true,
            ...(next === "completed"
              ? { at: t.rich("timeline.dueBy", { time: () => <Moment value={status.dueAt} /> }) }
              : {}),
          }),
        ),
      ]}
    />
  );
}

/** Whoever proved beforehand who they are starts further on; they asked all the same. */
function wayOf({ receivedAt, timeline }: RequestStatus): RequestStatus["timeline"] {
  return timeline[0]?.state === "unverified"
    ? timeline
    : [{ state: "unverified", at: receivedAt }, ...timeline];
}
