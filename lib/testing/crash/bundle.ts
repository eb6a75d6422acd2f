import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../../..");

export type Bundle = { file: string; compileCache: string; remove(): Promise<void> };

/** The child and all it needs in one file, which starts several times as fast as its sources. */
export async function bundleChild(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "lethe-child-"));
  const file = join(folder, "child.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    alias: { "@": root },
    external: ["pg-native"],
    logLevel: "error",
  });
  return {
    file,
    compileCache: join(folder, "cache"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
