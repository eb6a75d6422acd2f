import { seedBench } from "./databases";
import { measureNeighbours, type NeighbourFigures } from "./measure-neighbours";
import { startTemporaryServer } from "./temporary-server";

/** Measures only what a neighbour feels, on a PostgreSQL of its own, and leaves nothing behind. */
export async function runNeighbours(
  size: number,
  say: (line: string) => void,
): Promise<NeighbourFigures> {
  const server = await startTemporaryServer();
  try {
    say(`Seeding ${size} messages.`);
    const { doomed, acme } = await seedBench(server, size);
    say("Working beside a purge and beside a cascade.");
    return await measureNeighbours(server, { neighbour: acme, doomed });
  } finally {
    await server.stop();
  }
}
