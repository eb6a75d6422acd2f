import { markdown, ms, rounded } from "../markdown";
import type { ContactsFigures, ErasureFigures, Part } from "./measure-contacts";

const parts: readonly Part[] = ["waited", "started", "purged", "verified"];
const inWords: Record<Part, string> = {
  waited: "until a worker froze them",
  started: "resolved, counted and planned",
  purged: "purged",
  verified: "verified and closed",
};

/** What was measured, for people. */
export function contactsTable({
  contacts,
  chosen,
  alone,
  beside,
  ingest,
}: ContactsFigures): string {
  const each = [alone, beside];
  const part = (name: string, of: (figures: ErasureFigures) => string) => [name, ...each.map(of)];
  const seconds = (name: string, which: Part | "whole") =>
    part(name, (figures) => `${figures.seconds[which].toFixed(1)} s`);
  const line = (name: string, { deliveries, p50, p99 }: ContactsFigures["ingest"]["idle"]) => [
    name,
    `${deliveries}`,
    ms(p50),
    ms(p99),
  ];
  return [
    `${chosen} of ${contacts} contacts, twice`,
    "",
    ...markdown([
      ["part", "alone", "beside a neighbour"],
      ...parts.map((name) => seconds(inWords[name], name)),
      seconds("from the click to the end", "whole"),
      part("rows", ({ rows }) => `${rows}`),
      part("rows a second while they go", ({ rowsPerSecond }) => rowsPerSecond.toFixed(0)),
      part("steps of progress seen", ({ progressSeen }) => `${progressSeen}`),
    ]),
    "",
    ...markdown([
      ["a neighbour's ingest", "deliveries", "p50", "p99"],
      line("alone", ingest.idle),
      line("beside the erasure", ingest.beside),
      ...parts.map((name) => line(`beside: ${inWords[name]}`, ingest[name])),
    ]),
  ].join("\n");
}

export function contactsRatios({ alone, beside, ingest }: ContactsFigures) {
  return {
    contacts: {
      secondsAlone: rounded(alone.seconds.whole, 1),
      secondsBeside: rounded(beside.seconds.whole, 1),
      ingestP99VsIdle: rounded(ingest.beside.p99 / ingest.idle.p99),
    },
  };
}
