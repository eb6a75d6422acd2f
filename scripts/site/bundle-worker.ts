import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

export type WorkerBundle = { file: string; remove(): Promise<void> };

/** The worker and all it needs in one file, which starts ten times as fast as its sources. */
export async function bundleWorker(): Promise<WorkerBundle> {
  // In the project, where what stays outside of it is found.
  const home = join(root, ".data");
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, "worker-"));
  const file = join(folder, "worker.cjs");
  await build({
    entryPoints: [join(root, "scripts/worker.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    jsx: "automatic",
    alias: { "@": root },
    external: ["pg-native", "@node-rs/argon2", "next", "prettier", "@opentelemetry/*"],
    logLevel: "error",
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
