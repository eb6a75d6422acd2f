import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Child, startChild } from "./child";
import { DemoError } from "./demo-error";

const DatabaseMessage = z.union([
  z.object({ url: z.string(), notice: z.string().nullable() }),
  z.object({ error: z.string() }),
]);
export type DatabaseMessage = z.infer<typeof DatabaseMessage>;

export type Database = { url: string; notice: string | null; child: Child };

const host = fileURLToPath(new URL("database-host.ts", import.meta.url));

/** Starts the embedded PostgreSQL with its data in this folder. @throws {DemoError} */
export async function startDatabase(dataFolder: string): Promise<Database> {
  const child = await startChild({
    name: "database",
    commandLine: ["--import", "tsx", host, dataFolder],
    environment: process.env,
    logFolder: dataFolder,
  });
  const [answer] = await Promise.race([
    once(child.messages, "message"),
    child.ended.then((end) => [{ error: `PostgreSQL could not be started (${end}).` }]),
  ]);
  const message = DatabaseMessage.parse(answer);
  if ("error" in message) throw new DemoError(message.error);
  return { ...message, child };
}
