import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Names the folder in which the tests of one run leave bundles for each other. */
export const bundlesVariable = "LETHE_TEST_BUNDLES";

type Environment = Partial<Record<string, string>>;

/** How a process ended by itself, and what it said. */
export type ScriptEnd = { code: number | null; output: string; errors: string };

/** A script and all it needs in one file, which starts ten times as fast as its sources. */
export type BundledScript = {
  file: string;
  /** For `NODE_COMPILE_CACHE`: what has been started once starts faster still. */
  compileCache: string;
  /** Runs it in a process of its own, in the project's folder, to its end. */
  run(flags?: readonly string[], environment?: Environment): Promise<ScriptEnd>;
  remove(): Promise<void>;
};

/** What stands before every bundle: packages of the older kind ask for these three. */
const banner = `
  import { createRequire as requireOf } from "node:module";
  const require = requireOf(import.meta.url);
  const __dirname = import.meta.dirname, __filename = import.meta.filename;`;

/**
 * Bundles a script, unless another test of this run has already.
 *
 * @param script its path in the project, or what it says: TypeScript, as if it lay in the project's folder.
 */
export async function bundleScript(script: string | { code: string }): Promise<BundledScript> {
  const shared = process.env[bundlesVariable];
  const folder = shared ?? (await makeBundlesFolder());
  const file = join(folder, `${digestOf(script)}.mjs`);
  if (!existsSync(file)) await bundle(script, file);
  const compileCache = join(folder, "compiled");
  return {
    file,
    compileCache,
    run: (flags = [], environment = {}) =>
      new Promise((resolve) => {
        const env = { ...process.env, NODE_COMPILE_CACHE: compileCache, ...environment };
        const child = execFile(
          process.execPath,
          [file, ...flags],
          { cwd: root, env },
          (_error, output, errors) => resolve({ code: child.exitCode, output, errors }),
        );
      }),
    async remove() {
      if (shared === undefined) await rm(folder, { recursive: true });
    },
  };
}

/** In the project, where what stays outside of a bundle is found. */
export async function makeBundlesFolder(): Promise<string> {
  const home = join(root, ".data");
  await mkdir(home, { recursive: true });
  return await mkdtemp(join(home, "bundles-"));
}

/** Comes to its place when it is whole: others may be at it at the same time. */
async function bundle(script: string | { code: string }, file: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await build({
    ...(typeof script === "string"
      ? { entryPoints: [join(root, script)] }
      : { stdin: { contents: script.code, resolveDir: root, loader: "ts" } }),
    outfile: unfinished,
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    banner: { js: banner },
    alias: { "@": root },
    external: ["pg-native", "@node-rs/argon2", "next", "prettier", "@opentelemetry/*"],
    logLevel: "error",
  });
  await rename(unfinished, file);
}

function digestOf(script: string | { code: string }): string {
  return createHash("sha256").update(JSON.stringify(script)).digest("hex").slice(0, 16);
}
