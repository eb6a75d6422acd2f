import { cpus, totalmem } from "node:os";
import { markdown, megabytes, ms, rounded } from "./markdown";
import type { ContactFigures } from "./measure-contact";
import type { FenceFigures } from "./measure-fence";
import type { NeighbourFigures } from "./measure-neighbours";
import type { WorkspaceFigures } from "./measure-workspace";
import { neighbourRatios, neighbourTable } from "./neighbour-report";
import type { WayName } from "./ways";

export type Figures = {
  size: number;
  rows: number;
  seedSeconds: number;
  postgres: string;
  workspace: readonly WorkspaceFigures[];
  contact: ContactFigures;
  neighbours: NeighbourFigures;
  fence: FenceFigures;
};

/** The ratios by their fixed names: `vsCascade` how many times as fast, the others as slow. */
export function ratios({ workspace, contact, neighbours, fence }: Figures) {
  const ours = perRow(workspace, "ours");
  return {
    workspace: {
      vsCascade: rounded(perRow(workspace, "cascade") / ours),
      vsFloor: rounded(ours / perRow(workspace, "floor")),
    },
    contact: { ms: rounded(contact.databaseMs) },
    neighbours: neighbourRatios(neighbours),
    fence: { insertCost: rounded(fence.insertCost, 3) },
  };
}

/** The same for people, as Markdown. */
export function table(figures: Figures): string {
  const { workspace, contact, neighbours, fence } = figures;
  const cascade = perRow(workspace, "cascade");
  const floor = perRow(workspace, "floor");
  const ways = workspace.map((one) => [
    one.way,
    `${ms(one.ms)}`,
    `${(one.msPerThousandRows ?? 0).toFixed(2)} ms`,
    `${(one.msPerThousandRows / cascade).toFixed(2)}`,
    `${(one.msPerThousandRows / floor).toFixed(2)}`,
    ms(one.longestMs),
    megabytes(one.walBytes),
    megabytes(one.memoryBytes),
  ]);
  const [typical] = workspace.filter(({ way }) => way === "ours");
  const scans = contact.seqScans.length === 0 ? "none" : contact.seqScans.join(", ");
  return [
    `${figures.size} messages, ${figures.rows} rows, 20 smaller neighbours; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${figures.postgres}`,
    `seeded in ${figures.seedSeconds.toFixed(0)} s`,
    "",
    `One workspace of ${typical?.rows} rows; medians of ${typical?.repetitions}`,
    "",
    ...markdown([
      ["way", "time", "per 1,000 rows", "x cascade", "x floor", "longest", "WAL", "memory"],
      ...ways,
    ]),
    "",
    `dry run ${ms(typical?.dryRunMs ?? 0)}, verification ${ms(typical?.verifyMs ?? 0)}`,
    "",
    `One contact of ${contact.messages} messages (${contact.rows} rows): ${ms(contact.databaseMs)} of database time, ${ms(contact.elapsedMs)} elapsed; ${contact.statements} statements, sequential scans: ${scans}`,
    "",
    ...neighbourTable(neighbours),
    "",
    `One insert with the fence ${fence.withMs.toFixed(3)} ms, without ${fence.withoutMs.toFixed(3)} ms: ${fence.insertCost.toFixed(3)} times (the statement alone: ${fence.statementCost.toFixed(2)} times)`,
  ].join("\n");
}

function perRow(workspace: readonly WorkspaceFigures[], way: WayName): number {
  return workspace.find((one) => one.way === way)?.msPerThousandRows ?? Number.NaN;
}
