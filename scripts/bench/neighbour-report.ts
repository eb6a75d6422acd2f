import { markdown, megabytes, ms, rounded } from "./markdown";
import { type NeighbourFigures, operationsPerSecond } from "./measure-neighbours";

/** How many times as slow a neighbour's slowest operations are beside a purge as right before it. */
export function neighbourRatios(figures: NeighbourFigures) {
  return { p99VsIdle: rounded(figures.ours.p99VsIdle) };
}

/** The same for people, as Markdown. */
export function neighbourTable(figures: NeighbourFigures): string[] {
  const { ours, cascade } = figures;
  const rows = { idle: { ...figures.idle, p99VsIdle: 1 }, ours, cascade };
  const besides = Object.entries(rows).map(([name, latency]) => {
    const { phases, operations, p50, p99, p99VsIdle, seconds, walBytesPerSecond } = latency;
    return [
      name,
      `${operations} in ${seconds.toFixed(1)} s`,
      `${phases}`,
      ms(p50),
      ms(p99),
      p99VsIdle.toFixed(2),
      megabytes(walBytesPerSecond),
    ];
  });
  return [
    `A neighbour's reads, messages and webhooks, ${operationsPerSecond} a second; medians of phases`,
    "",
    ...markdown([
      ["beside", "operations", "phases", "p50", "p99", "p99 x idle", "WAL a second"],
      ...besides,
    ]),
  ];
}
