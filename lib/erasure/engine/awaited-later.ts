/**
 * Work that is under way while something else is awaited first. Its failure is seen where it is
 * awaited, or comes too late to matter; until then it ends no process.
 */
export function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}
