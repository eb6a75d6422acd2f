import { seedBench } from "./databases";
import { measureContact } from "./measure-contact";
import { measureFence } from "./measure-fence";
import { measureNeighbours } from "./measure-neighbours";
import { measureWorkspace } from "./measure-workspace";
import type { Figures } from "./report";
import { startTemporaryServer, type TemporaryServer } from "./temporary-server";

/** Measures everything on a PostgreSQL of its own, and leaves nothing behind. */
export async function runBench(size: number, say: (line: string) => void): Promise<Figures> {
  const server = await startTemporaryServer();
  try {
    say(`Seeding ${size} messages.`);
    const started = performance.now();
    const { rows, doomed, acme } = await seedBench(server, size);
    const seedSeconds = (performance.now() - started) / 1_000;

    say("Deleting the workspace, in turn by each way.");
    const workspace = await measureWorkspace(server, doomed, size);
    say("Erasing contacts.");
    const contact = await measureContact(server, doomed);
    say("Inserting with and without the fence.");
    const fence = await measureFence(server, acme);
    say("Working beside a purge and beside a cascade.");
    const neighbours = await measureNeighbours(server, { neighbour: acme, doomed });
    const postgres = await version(server);
    return { size, rows, seedSeconds, postgres, workspace, contact, fence, neighbours };
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
