import type { QueueChoice, QueueCounts } from "@/lib/erasure/desk/status";
import type { RequestState } from "@/lib/erasure/status";

const statesToDo: readonly RequestState[] = ["in_review", "failed"];
const statesClosed: readonly RequestState[] = [
  "completed",
  "completed_with_retentions",
  "refused",
  "cancelled",
  "expired",
];

/** How many requests a view shows. */
export function countOf({ byState, late }: QueueCounts, view: QueueChoice["view"]): number {
  const sum = (isCounted: (state: string) => boolean) =>
    Object.entries(byState).reduce(
      (all, [state, count]) => all + (isCounted(state) ? count : 0),
      0,
    );
  const isAmong = (states: readonly string[]) => (state: string) => states.includes(state);
  switch (view) {
    case "late":
      return late;
    case "todo":
      return sum(isAmong(statesToDo));
    case "closed":
      return sum(isAmong(statesClosed));
    case "open":
      return sum((state) => !statesClosed.some((closed) => closed === state));
  }
}
