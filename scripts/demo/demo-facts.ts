import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** What a running demo tells other programs: `npm run meta:send`, `npm run mail:send` and the browser tests. */
export const DemoFacts = z.object({
  appUrl: z.url(),
  inboxUrl: z.url().nullable(),
  /** Who stands in for the other systems that are told of an erasure. */
  standInUrl: z.url(),
  databaseUrl: z.string(),
  password: z.string(),
  masterKey: z.string(),
  metaAppSecrets: z.array(z.string()),
  resendWebhookSecret: z.string(),
  /** Where files lie, as the environment says it. */
  storage: z.object({
    S3_BUCKET: z.string(),
    S3_ENDPOINT: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
  }),
  processes: z.object({ demo: z.number(), app: z.number(), worker: z.number() }),
});
export type DemoFacts = z.infer<typeof DemoFacts>;

/** Replaces the file in one step, so that a reader never sees half of it. */
export async function writeDemoFacts(dataFolder: string, facts: DemoFacts): Promise<void> {
  const file = factsFile(dataFolder);
  await writeFile(`${file}.new`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** @throws when no demo is running on this folder. */
export async function readDemoFacts(dataFolder: string): Promise<DemoFacts> {
  return DemoFacts.parse(JSON.parse(await readFile(factsFile(dataFolder), "utf8")));
}

export function factsFile(dataFolder: string): string {
  return path.join(dataFolder, "demo.json");
}
