const firstMilliseconds = 2_000;
const longestMilliseconds = 15 * 60_000;

/**
 * How long to wait before another attempt: twice as long each time, up to a quarter of an hour, and a
 * random part less, so that calls that failed together do not come back together; never less than
 * what was asked for.
 *
 * @param random from 0 to 1.
 */
export function pauseBefore(
  attempts: number,
  askedSeconds: number | null,
  random: number = Math.random(),
): number {
  const grown = Math.min(firstMilliseconds * 2 ** Math.min(attempts, 20), longestMilliseconds);
  const jittered = grown / 2 + (grown / 2) * random;
  return Math.max(jittered, (askedSeconds ?? 0) * 1_000);
}
