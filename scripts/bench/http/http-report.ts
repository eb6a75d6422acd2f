import { markdown, rounded } from "../markdown";
import type { HttpMeasurement } from "./measure-http";

/** What was measured over HTTP, for people. */
export function httpTable({ rounds, targets, soak }: HttpMeasurement): string {
  const rows = targets.map((one) => [
    one.name,
    one.perSecond.toFixed(0),
    `${one.p50.toFixed(0)} ms`,
    `${one.p99.toFixed(0)} ms`,
    one.xThroughput.toFixed(2),
    one.xP99.toFixed(1),
    `${one.notFine}`,
  ]);
  return [
    `Ten connections, medians of ${rounds}`,
    "",
    ...markdown([
      ["target", "per second", "p50", "p99", "of bare", "p99 x bare", "not 2xx"],
      ...rows,
    ]),
    "",
    `${soak.requests} callbacks and looks at a status in turn: ${soak.perSecond.toFixed(0)} per second, ${soak.notFine} not 2xx; resident memory ${soak.memory.map((one) => one.toFixed(0)).join(", ")} MB`,
  ].join("\n");
}

/** The ratios by name. */
export function httpRatios({ targets, soak }: HttpMeasurement) {
  const [, ...later] = soak.memory.slice(soak.memory.length / 2);
  return {
    http: {
      ...Object.fromEntries(
        targets.map(({ name, xThroughput, xP99 }) => [
          name,
          { throughput: rounded(xThroughput), p99: rounded(xP99) },
        ]),
      ),
      memoryGrowthMb: rounded((later.at(-1) ?? 0) - (later.at(0) ?? 0)),
    },
  };
}
