import { useFormatter, useTranslations } from "next-intl";

/** How many of what a recipient was asked ended in which way. */
export type Ends = { done: number; alreadyGone: number; failed: number; open?: number };

/** Says in how many cases it ended in each way; ways in which none did are left out. */
export function useEnds(): (outcomes: readonly Ends[]) => string {
  const t = useTranslations("receipt");
  const format = useFormatter();

  return (outcomes) =>
    format.list(
      (["done", "alreadyGone", "failed", "open"] as const)
        .map((end) => ({ end, count: outcomes.reduce((sum, one) => sum + (one[end] ?? 0), 0) }))
        .filter(({ count }) => count > 0)
        .map(({ end, count }) => t(`outcomes.${end}`, { count })),
    );
}
