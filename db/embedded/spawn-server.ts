import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ServerUser } from "./server-user";

type ServerOptions = {
  postgres: string;
  dataDir: string;
  user: ServerUser | null;
  settings: Readonly<Record<string, string>>;
  logFile: string;
};

export type RunningServer = {
  /** Settles when the server has ended, however that came about: how, in words. */
  ended: Promise<string>;
  /** PostgreSQL's fast shutdown: ends sessions and writes everything down. */
  stop(): Promise<void>;
};

const patienceMilliseconds = 60_000;

/**
 * Keeps the server's life inside ours: the shell waits for our end of a pipe to close, which it
 * does however we end, and then shuts the server down.
 */
const endWithUs = `
"$@" 3<&- &
server=$!
( read -r _ <&3; kill -INT $server ) &
watcher=$!
exec 3<&-
wait $server
outcome=$?
kill $watcher
exit $outcome`;

/**
 * Starts a server on an initialised folder and waits until it takes connections.
 *
 * It outlives neither `stop()` nor this process, even when that is killed. Ctrl-C does not reach it.
 *
 * @throws when it ends before it is ready, or recovers for longer than a minute.
 */
export async function spawnServer(options: ServerOptions): Promise<RunningServer> {
  const { postgres, dataDir, user, settings, logFile } = options;
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = await open(logFile, "w", 0o600);
  const shell = spawn("sh", ["-c", endWithUs, "sh", postgres, "-D", dataDir, ...flags], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log.fd, log.fd, "pipe"],
  });
  await log.close();
  const ended = new Promise<string>((resolve) => {
    shell.once("error", (error) => resolve(error.message));
    shell.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const lifeline = shell.stdio[3];
  lifeline?.on("error", () => {
    // The server has ended, and the pipe with it.
  });
  const stop = async () => {
    lifeline?.destroy();
    await ended;
  };

  const outcome = await Promise.race([ended, untilReady(dataDir)]);
  if (outcome === "ready") return { ended, stop };
  await stop();
  throw new Error(outcome === "late" ? "it does not become ready" : `it ended (${outcome})`);
}

/** The server writes its state into the last line of `postmaster.pid`; pg_ctl looks there, too. */
async function untilReady(dataDir: string): Promise<"ready" | "late"> {
  const giveUpAt = performance.now() + patienceMilliseconds;
  while (performance.now() < giveUpAt) {
    const written = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
    if (written.split("\n")[7]?.trim() === "ready") return "ready";
    await setTimeout(20);
  }
  return "late";
}
