import type { BenchArguments } from "./bench-arguments";
import { seedBench } from "./databases";
import { measureContact } from "./measure-contact";
import { measureExport } from "./measure-export";
import { measureFence } from "./measure-fence";
import { measureNeighbours } from "./measure-neighbours";
import { measureWorkspace } from "./measure-workspace";
import type { Figures } from "./report";
import { startTemporaryServer, type TemporaryServer } from "./temporary-server";

/** Measures what is asked for on a PostgreSQL of its own, and leaves nothing behind. */
export async function runBench(
  { size, part, quick: isQuick, ways: only, rounds, set }: BenchArguments,
  say: (line: string) => void,
): Promise<Figures> {
  const server = await startTemporaryServer(set);
  const isWanted = (one: BenchArguments["part"]) => part === "all" || part === one;
  try {
    say(`Seeding ${size} messages.`);
    const started = performance.now();
    const { rows, doomed, rehearsal, acme } = await seedBench(server, size);
    const seedSeconds = (performance.now() - started) / 1_000;
    const settings = [...(set ?? [])].map(([name, value]) => `, ${name} ${value}`).join("");
    const postgres = `${await version(server)}${settings}`;
    const figures: Figures = { size, rows, seedSeconds, postgres };

    if (part === "export") {
      say("Exporting the workspace.");
      figures.export = await measureExport(server, doomed);
    }
    if (isWanted("workspace")) {
      say("Deleting the workspace, in turn by each way.");
      figures.workspace = await measureWorkspace(
        server,
        { doomed, rehearsal },
        { size, isQuick, ways: only, rounds },
      );
      say("Erasing contacts.");
      figures.contact = await measureContact(server, doomed);
    }
    if (part === "all") {
      say("Inserting with and without the fence.");
      figures.fence = await measureFence(server, acme, { isQuick });
    }
    if (isWanted("neighbours")) {
      say("Working beside a purge and beside a cascade.");
      figures.neighbours = await measureNeighbours(server, { neighbour: acme, doomed, isQuick });
    }
    return figures;
  } finally {
    await server.stop();
  }
}

async function version({ admin }: TemporaryServer): Promise<string> {
  const [row] = await admin<
    { version: string }[]
  >`select current_setting('server_version') as version`;
  return `PostgreSQL ${row?.version}`;
}
