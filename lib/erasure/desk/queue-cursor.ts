import type { QueueCursor } from "./queue-filter";

/** A place in the queue, as an address can carry it. It says when something is due, and no more. */
export function queueCursor({ at, id }: QueueCursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}
