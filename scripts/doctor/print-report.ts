import type { Finding } from "./finding";

const signs: Record<Finding["state"], string> = { fine: "ok  ", note: "note", mend: "MEND" };

/** The findings as one page; what is fine takes one line. */
export function printReport(findings: readonly Finding[]): string {
  const toMend = findings.filter(({ state }) => state === "mend");
  const count = toMend.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    ...findings.flatMap(({ state, title, lines }) => [
      `${signs[state]}  ${title}`,
      ...lines.map((line) => `      ${line}`),
    ]),
    "",
    count === 0 ? "Nothing to mend." : `${count} to mend.`,
  ].join("\n");
}
