import { type Load, unseenLoad } from "./load";

/** The load as of the last look, and the share of the latest looks at which somebody else was at work. */
export type WatchedLoad = Load & { shareOfTime: number };

/** One look counts for so much of the share: a second of looks is most of it. */
const weight = 0.2;

/** Looking takes at most one percent of the time. */
const mostShareOfLooking = 0.01;

/**
 * Looks at the load when asked, but not more often than that, and more seldom where a look takes
 * long; a look that fails sees nothing.
 */
export function watchLoad(readLoad: () => Promise<Load>, everyMs: number, clock: () => number) {
  let nextLookAt = Number.NEGATIVE_INFINITY;
  let seen: WatchedLoad | null = null;

  return {
    /** What was last seen; null before the first look. */
    seen: () => seen,

    async look(): Promise<WatchedLoad> {
      const startedAt = clock();
      if (seen !== null && startedAt < nextLookAt) return seen;
      const load = await readLoad().catch(() => unseenLoad);
      const tookMs = clock() - startedAt;
      nextLookAt = clock() + Math.max(everyMs, tookMs / mostShareOfLooking);
      const isAtWork = load.others === 0 ? 0 : 1;
      const before: number = seen?.shareOfTime ?? isAtWork;
      seen = { ...load, shareOfTime: before + (isAtWork - before) * weight };
      return seen;
    },
  };
}
