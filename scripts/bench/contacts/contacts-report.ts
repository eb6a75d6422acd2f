import { markdown, ms, rounded } from "../markdown";
import type { ContactsFigures } from "./measure-contacts";

/** What was measured, for people. */
export function contactsTable({
  contacts,
  chosen,
  seconds,
  rows,
  rowsPerSecond,
  progressSeen,
  ingest,
}: ContactsFigures): string {
  const part = (name: string, value: number) => [name, `${value.toFixed(1)} s`];
  const line = (name: string, { deliveries, p50, p99 }: ContactsFigures["ingest"]["idle"]) => [
    name,
    `${deliveries}`,
    ms(p50),
    ms(p99),
  ];
  return [
    `${chosen} of ${contacts} contacts, ${rows} rows, ${rowsPerSecond.toFixed(0)} rows a second while they go; ${progressSeen} steps of progress seen`,
    "",
    ...markdown([
      ["part", "time"],
      part("until a worker froze them", seconds.waited),
      part("resolved, counted and planned", seconds.started),
      part("purged", seconds.purged),
      part("verified and closed", seconds.verified),
      part("from the click to the end", seconds.whole),
    ]),
    "",
    ...markdown([
      ["a neighbour's ingest", "deliveries", "p50", "p99"],
      line("alone", ingest.idle),
      line("beside the erasure", ingest.beside),
    ]),
  ].join("\n");
}

export function contactsRatios({ seconds, ingest }: ContactsFigures) {
  return {
    contacts: {
      seconds: rounded(seconds.whole, 1),
      ingestP99VsIdle: rounded(ingest.beside.p99 / ingest.idle.p99),
    },
  };
}
