import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Samples = z.array(z.object({ dueAt: z.number(), ms: z.number(), operation: z.string() }));
export type NeighbourSamples = z.infer<typeof Samples>;

export type NeighbourLoad = { finish(): Promise<NeighbourSamples> };

/** A neighbour's whole work; it ends with this process, or when it is asked for its samples. */
export async function startNeighbour(order: {
  url: string;
  workspaceId: string;
  perSecond: number;
}): Promise<NeighbourLoad> {
  return await startLoad("neighbour-load.ts", order, process.env);
}

/** What customers write to a neighbour on WhatsApp, taken in as the app does it. */
export async function startIngest(
  order: { phoneNumberId: string; perSecond: number },
  environment: NodeJS.ProcessEnv,
): Promise<NeighbourLoad> {
  return await startLoad("ingest-load.ts", order, environment);
}

async function startLoad(
  program: string,
  order: object,
  env: NodeJS.ProcessEnv,
): Promise<NeighbourLoad> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), [JSON.stringify(order)], {
    execArgv: ["--import", "tsx"],
    env,
  });
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
