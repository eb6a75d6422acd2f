export type RankTest = {
  /** How often two samples of one kind would differ by so much, by chance alone. */
  p: number;
  /** How often one of the second is larger than one of the first; 0.5 where neither tends to be. */
  larger: number;
};

/**
 * Mann-Whitney's test, two-sided: whether one sample tends to be larger than another, whatever the shape of
 * both. By the normal approximation, corrected for ties and continuity: for twenty values of each and more.
 */
export function rankTest(first: readonly number[], second: readonly number[]): RankTest {
  const [n, m] = [first.length, second.length];
  const all = [
    ...first.map((value) => ({ value, isSecond: false })),
    ...second.map((value) => ({ value, isSecond: true })),
  ].toSorted((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    const value = all[from]?.value;
    let to = from;
    while (all[to]?.value === value && to < all.length) to++;
    const count = to - from;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ isSecond }) => isSecond).length;
    ties += count ** 3 - count;
    from = to;
  }
  const u = rankSum - (m * (m + 1)) / 2;
  const total = n + m;
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return { p: deviation === 0 ? 1 : bothTails(distance / deviation), larger: u / (n * m) };
}

/** What lies further out than so many standard deviations, by Abramowitz and Stegun's 7.1.26. */
function bothTails(deviations: number): number {
  const x = deviations / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return polynomial * Math.exp(-x * x);
}
