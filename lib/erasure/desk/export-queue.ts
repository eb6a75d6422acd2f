import type { ErasureContext } from "../context";
import { listQueue } from "./list-queue";
import { QueueCursor, type QueueFilter } from "./queue-filter";
import type { QueueRow } from "./status";

const rowsAtOnce = 500;

/**
 * Every request of a filter, in the queue's order, for whoever writes them down one by one: only so
 * many are in memory at once.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function* exportQueue(
  ctx: ErasureContext,
  filter: Omit<QueueFilter, "after">,
): AsyncGenerator<QueueRow> {
  let after: QueueCursor | null = null;
  do {
    const page = await listQueue(ctx, { ...filter, after }, rowsAtOnce);
    yield* page.rows;
    after = page.next === null ? null : QueueCursor.parse(page.next);
  } while (after !== null);
}
