import { markdown, ms, rounded } from "../markdown";
import { differing } from "./ask";
import type { OracleFigures } from "./measure-oracle";

/** What was heard of known and unknown, for people. */
export function oracleTable(figures: readonly OracleFigures[]): string {
  const rows = figures.map((one) => [
    one.isSigned ? `${one.name} (signed)` : one.name,
    one.isSameAnswer ? "same" : "DIFFERS",
    `${ms(one.known.median)} / ${ms(one.unknown.median)}`,
    `${ms(one.known.p95)} / ${ms(one.unknown.p95)}`,
    one.p < 0.001 ? "< 0.001" : one.p.toFixed(3),
    one.larger.toFixed(3),
    verdict(one, figures.length),
  ]);
  return [
    `${figures[0]?.tries ?? 0} tries of each, interleaved; compared but for ${differing.join(", ")}`,
    "",
    ...markdown([
      ["asked", "answer", "median, known / unknown", "p95", "p", "known later", "time tells"],
      ...rows,
    ]),
  ].join("\n");
}

/** The figures by name. */
export function oracleRatios(figures: readonly OracleFigures[]) {
  return {
    oracle: Object.fromEntries(
      figures.map((one) => [
        one.name,
        {
          isSameAnswer: one.isSameAnswer,
          medianRatio: rounded(one.known.median / one.unknown.median, 3),
          p: rounded(one.p, 4),
          knownLater: rounded(one.larger, 3),
        },
      ]),
    ),
  };
}

/** Whether somebody could tell: one in a hundred such reports says so by chance, of all its lines together. */
export function doesTimeTell({ p }: Pick<OracleFigures, "p">, lines: number): boolean {
  return p < 0.01 / lines;
}

function verdict(one: OracleFigures, lines: number): string {
  if (!doesTimeTell(one, lines)) return "no";
  return one.isSigned ? "to who signs" : "YES";
}
