import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { lastLines } from "./last-lines";

type ChildOptions = {
  name: string;
  /** What follows `node` on the command line. */
  commandLine: readonly string[];
  environment: NodeJS.ProcessEnv;
  logFolder: string;
};

export type Child = {
  pid: number;
  /** Settles when the process has ended: how, in words. */
  ended: Promise<string>;
  /** Asks it to end, and makes it after ten seconds. */
  stop(): Promise<void>;
  /** The end of what it said. */
  lastWords(): Promise<string>;
};

const patienceMilliseconds = 10_000;
const endWithParent = fileURLToPath(new URL("end-with-parent.ts", import.meta.url));

/** Starts a process that ends with this one, even by `kill -9`, and logs to `{logFolder}/{name}.log`. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const logFile = path.join(options.logFolder, `${options.name}.log`);
  const log = await open(logFile, "a", 0o600);
  // A group of its own: Ctrl-C reaches the demo only, which then ends its children in order.
  const process_ = spawn(process.execPath, ["--import", endWithParent, ...options.commandLine], {
    detached: true,
    env: options.environment,
    stdio: ["ignore", log.fd, log.fd, "ipc"],
  });
  const ended = new Promise<string>((resolve) => {
    process_.once("error", (error) => resolve(error.message));
    process_.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  await log.close();

  return {
    pid: process_.pid ?? 0,
    ended,
    async stop() {
      process_.kill("SIGTERM");
      const force = setTimeout(() => process_.kill("SIGKILL"), patienceMilliseconds);
      await ended;
      clearTimeout(force);
    },
    lastWords: () => lastLines(logFile),
  };
}
