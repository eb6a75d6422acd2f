import { useCallback, useEffect, useState } from "react";

/** How far the counting of what a deletion would do has come. */
export type Counting<Preview> =
  | { state: "loading" }
  | { state: "loaded"; preview: Preview }
  | { state: "failed"; message: string };

/**
 * Counts when it is wanted, and again when asked to. Of two counts under way the later one holds.
 *
 * @param count another function when there is something else to count, and only then.
 */
export function useCounting<Preview>(
  count: () => Promise<Counting<Preview>>,
  { isWanted = true }: { isWanted?: boolean } = {},
) {
  const [counting, setCounting] = useState<Counting<Preview>>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt counts again
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    setCounting({ state: "loading" });
    count().then((counted) => {
      if (isCurrent) setCounting(counted);
    });
    return () => {
      isCurrent = false;
    };
  }, [count, isWanted, attempt]);

  const countAgain = useCallback(() => setAttempt((before) => before + 1), []);
  return { counting, countAgain };
}
