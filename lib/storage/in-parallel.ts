import { bulkhead } from "cockatiel";

/** Calls to the store that are under way at once. */
const width = 16;

/** Does something for each, a few at a time. @throws the first failure. */
export async function inParallel<TItem>(
  items: readonly TItem[],
  act: (item: TItem) => Promise<void>,
): Promise<void> {
  const gate = bulkhead(width, items.length);
  await Promise.all(items.map((item) => gate.execute(() => act(item))));
}
