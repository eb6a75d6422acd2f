import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Samples = z.array(z.object({ dueAt: z.number(), ms: z.number(), operation: z.string() }));
export type NeighbourSamples = z.infer<typeof Samples>;

const program = fileURLToPath(new URL("neighbour-load.ts", import.meta.url));

/** Starts the neighbour's load; it ends with this process, or when it is asked for its samples. */
export async function startNeighbour(order: {
  url: string;
  workspaceId: string;
  perSecond: number;
}): Promise<{ finish(): Promise<NeighbourSamples> }> {
  const child = fork(program, [JSON.stringify(order)], { execArgv: ["--import", "tsx"] });
  const ended = once(child, "exit").then(() => {
    throw new Error("The neighbour's process ended early.");
  });
  ended.catch(() => {}); // Also what it ends with when it is done.
  await Promise.race([once(child, "message"), ended]);
  return {
    async finish() {
      const answer = once(child, "message");
      child.send("finish");
      const [samples] = await Promise.race([answer, ended]);
      return Samples.parse(samples);
    },
  };
}
