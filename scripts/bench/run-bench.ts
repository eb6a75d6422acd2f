import postgres from "postgres";
import { seedBench } from "./databases";
import { measureContact } from "./measure-contact";
import { measureFence } from "./measure-fence";
import { measureNeighbours } from "./measure-neighbours";
import { measureWorkspace } from "./measure-workspace";
import type { Figures } from "./report";
import { startTemporaryServer, type TemporaryServer } from "./temporary-server";

/** Small workspaces are deleted in milliseconds: they are measured in more copies. */
const roundsFor = (size: number) => (size <= 100_000 ? 3 : 1);

/** Measures everything on a PostgreSQL of its own, and leaves nothing behind. */
export async function runBench(size: number, say: (line: string) => void): Promise<Figures> {
  const server = await startTemporaryServer();
  try {
    say(`Seeding ${size} messages.`);
    const started = performance.now();
    const { rows } = await seedBench(server, size);
    const seedSeconds = (performance.now() - started) / 1_000;
    // The first two are the demo's, with people and stories of their own; the rest are alike.
    const [acme = "", globex = "", ...alike] = await workspaceIds(server);

    say("Deleting workspaces, in turn by each way.");
    const workspace = await measureWorkspace(server, alike, roundsFor(size));
    say("Erasing contacts.");
    const contact = await measureContact(server, globex);
    say("Inserting with and without the fence.");
    const fence = await measureFence(server, acme);
    say("Working beside a purge and beside a cascade.");
    const neighbours = await measureNeighbours(server, [acme, ...alike]);
    const postgres = await version(server);
    return { size, rows, seedSeconds, postgres, workspace, contact, fence, neighbours };
  } finally {
    await server.stop();
  }
}

async function workspaceIds(server: TemporaryServer): Promise<string[]> {
  const sql = postgres(server.url("lethe"), { max: 1 });
  try {
    const rows = await sql<{ id: string }[]>`
      select id from workspaces order by array_position(array['acme', 'globex'], slug), id`;
    return rows.map(({ id }) => id);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function version({ admin }: TemporaryServer): Promise<string> {
  const [row] = await admin<
    { version: string }[]
  >`select current_setting('server_version') as version`;
  return `PostgreSQL ${row?.version}`;
}
