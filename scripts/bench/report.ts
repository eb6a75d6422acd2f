import { cpus, totalmem } from "node:os";
import { markdown, megabytes, ms, rounded } from "./markdown";
import type { ContactFigures } from "./measure-contact";
import type { ExportFigures } from "./measure-export";
import type { FenceFigures } from "./measure-fence";
import type { NeighbourFigures } from "./measure-neighbours";
import type { WorkspaceFigures } from "./measure-workspace";
import { neighbourRatios, neighbourTable } from "./neighbour-report";

/** What was measured; a part that nobody asked for is not there. */
export type Figures = {
  size: number;
  rows: number;
  seedSeconds: number;
  postgres: string;
  workspace?: readonly WorkspaceFigures[];
  contact?: ContactFigures;
  neighbours?: NeighbourFigures;
  fence?: FenceFigures;
  export?: ExportFigures;
};

/** The ratios by their fixed names: `vsCascade` how many times as fast, the others as slow. */
export function ratios({ workspace, contact, neighbours, fence }: Figures) {
  const ours = workspace?.find(({ way }) => way === "ours");
  return {
    ...(ours && {
      workspace: {
        ...(ours.xCascade !== null && { vsCascade: rounded(1 / ours.xCascade) }),
        ...(ours.xFloor !== null && { vsFloor: rounded(ours.xFloor) }),
      },
    }),
    ...(contact && { contact: { ms: rounded(contact.databaseMs) } }),
    ...(neighbours && { neighbours: neighbourRatios(neighbours) }),
    ...(fence && { fence: { insertCost: rounded(fence.insertCost, 3) } }),
  };
}

/** The same for people, as Markdown. */
export function table(figures: Figures): string {
  const { workspace, contact, neighbours, fence } = figures;
  return [
    `${figures.size} messages, ${figures.rows} rows, 20 smaller neighbours; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${figures.postgres}`,
    `seeded in ${figures.seedSeconds.toFixed(0)} s`,
    ...(workspace ? workspaceTable(workspace) : []),
    ...(contact ? contactLines(contact) : []),
    ...(neighbours ? ["", ...neighbourTable(neighbours)] : []),
    ...(fence ? fenceLines(fence) : []),
    ...(figures.export ? [exportLine(figures.export)] : []),
  ].join("\n");
}

function workspaceTable(workspace: readonly WorkspaceFigures[]): string[] {
  const rows = workspace.map((one) => [
    one.way,
    ms(one.ms),
    `${one.msPerThousandRows.toFixed(2)} ms`,
    one.xCascade?.toFixed(2) ?? "",
    one.xFloor?.toFixed(2) ?? "",
    ms(one.longestMs),
    megabytes(one.walBytes),
    megabytes(one.memoryBytes),
    `${one.repetitions}`,
  ]);
  const [ours, alone] = (["ours", "engine alone"] as const).map((wanted) =>
    workspace.find(({ way }) => way === wanted),
  );
  if (ours === undefined) return [];
  // A batch has to be ended with a record or without.
  const recordMs = ours.endOfBatchMs - (alone?.endOfBatchMs ?? 0);
  return [
    "",
    `One workspace of ${ours.rows} rows; medians`,
    "",
    ...markdown([
      [
        ...["way", "time", "per 1,000 rows", "x cascade", "x floor", "longest", "WAL", "memory"],
        "times",
      ],
      ...rows,
    ]),
    "",
    `dry run ${ms(ours.dryRunMs)}, again ${ms(ours.dryRunAgainMs)}; verification ${ms(ours.verifyMs)} (${(ours.verifyMs / ours.ms).toFixed(2)} of the purge), recording progress ${percent((recordMs * ours.batches) / ours.ms)} of the purge`,
  ];
}

function contactLines(contact: ContactFigures): string[] {
  const scans = contact.seqScans.length === 0 ? "none" : contact.seqScans.join(", ");
  return [
    "",
    `One contact of ${contact.messages} messages (${contact.rows} rows): ${ms(contact.databaseMs)} of database time, ${ms(contact.elapsedMs)} elapsed; ${contact.statements} statements, sequential scans: ${scans}`,
  ];
}

function fenceLines(fence: FenceFigures): string[] {
  return [
    "",
    `One insert with the fence ${fence.withMs.toFixed(3)} ms, without ${fence.withoutMs.toFixed(3)} ms: ${fence.insertCost.toFixed(3)} times (the statement alone: ${fence.statementCost.toFixed(2)} times)`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function exportLine({ rows, seconds, bytes, memoryBytes }: ExportFigures): string {
  const perSecond = Math.round(rows / seconds);
  return `export of ${rows} rows, each in both notations: ${seconds.toFixed(1)} s, ${perSecond} rows/s, ${megabytes(bytes)} of zip, ${megabytes(memoryBytes)} more memory`;
}
