import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { startChild } from "./child";
import { DemoError } from "./demo-error";
import { sourcesDigest } from "./sources-digest";

const stampFile = ".next/sources-digest";
const lastFileOfBuild = ".next/BUILD_ID";

/**
 * Builds the app for production, unless the last build was of the same sources.
 *
 * @throws {DemoError} with the end of the build's log.
 */
export async function buildApp(logFolder: string, signal: AbortSignal): Promise<void> {
  const digest = await sourcesDigest();
  const built = await readFile(stampFile, "utf8").catch(() => null);
  if (built === digest && existsSync(lastFileOfBuild)) return;

  // Removed first: a build that is killed must not pass for the last one.
  await rm(stampFile, { force: true });
  const build = await startChild({
    name: "build",
    commandLine: ["node_modules/next/dist/bin/next", "build"],
    environment: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
      BUILD_WITHOUT_TYPES: "1",
    },
    logFolder,
  });
  const stop = () => void build.stop();
  signal.addEventListener("abort", stop);
  const end = await build.ended;
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (end !== "exit code 0" || !existsSync(lastFileOfBuild)) {
    throw new DemoError(`The app could not be built (${end}):\n${await build.lastWords()}`);
  }
  await writeFile(stampFile, digest);
}
