import type { QueueChoice } from "@/lib/erasure/desk/status";

/** The address of the queue with these filters; what is usual is left out. */
export function queueAddress(choice: QueueChoice, after: string | null = null): string {
  return address("/operator/requests", choice, after);
}

/** Where the same requests come as CSV. */
export function exportAddress(choice: QueueChoice): string {
  return address("/operator/requests/export", choice, null);
}

function address(path: string, choice: QueueChoice, after: string | null): string {
  const params = new URLSearchParams();
  if (choice.view !== "todo") params.set("view", choice.view);
  for (const key of ["state", "channel", "subject", "due"] as const) {
    const value = choice[key];
    if (value !== null) params.set(key, value);
  }
  if (after !== null) params.set("after", after);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
