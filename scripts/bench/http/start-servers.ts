import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { storageSettings } from "@/lib/storage-settings";
import { buildApp } from "../../demo/build-app";
import { type Child, startChild } from "../../demo/child";
import { demoEnvironment } from "../../demo/demo-environment";
import { DemoError } from "../../demo/demo-error";
import { demoKeys } from "../../demo/demo-keys";
import { fillDatabase } from "../../demo/fill-database";
import { startObjectServer } from "../../demo/object-server";
import { poll } from "../../demo/poll";
import { startDatabase } from "../../demo/start-database";
import { waitForApp } from "../../demo/wait-for-app";

export type HttpServers = {
  app: { url: string; pid: number };
  bare: { url: string; pid: number };
  databaseUrl: string;
  /** Of everybody in the seed. */
  password: string;
  metaSecret: string;
  whatsappSecret: string;
  stop(): Promise<void>;
};

const next = "node_modules/next/dist/bin/next";
const bareFolder = fileURLToPath(new URL("bare", import.meta.url));

/**
 * The built app beside a Next app with one route that does nothing, each in a process of its own; a
 * durable, seeded database for the first, and no worker.
 */
export async function startServers(): Promise<HttpServers> {
  const started = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), "http-bench-"));
    await chmod(folder, 0o755); // PostgreSQL's own user has to get in.
    started.defer(() => rm(folder, { recursive: true, force: true }));
    const database = await startDatabase(folder);
    started.defer(database.stop);
    const files = await startObjectServer(folder);
    started.defer(files.stop);
    const keys = await demoKeys(folder);
    const port = await getPort();
    const { variables, env } = demoEnvironment(
      {
        port,
        keys,
        databaseUrl: database.url,
        mailUrl: "http://127.0.0.1:9",
        files: files.settings,
        standInUrl: "http://127.0.0.1:9",
      },
      { ...process.env, DATABASE_URL: "" },
    );
    await fillDatabase({
      databaseUrl: database.url,
      password: keys.password,
      masterKey: keys.masterKey,
      files: storageSettings(env),
    });
    const signal = new AbortController().signal;
    await buildApp(folder, signal);
    await buildBare(folder);

    const serve = async (name: string, args: readonly string[], at: number): Promise<Child> => {
      const child = await startChild({
        name,
        commandLine: [next, "start", ...args, "-p", String(at)],
        environment: { ...variables, PORT: String(at) },
        logFolder: folder,
      });
      started.defer(child.stop);
      return child;
    };
    const barePort = await getPort();
    const app = await serve("app", [], port);
    const bare = await serve("bare", [bareFolder], barePort);
    await waitForApp(app, port, signal);
    const bareUrl = `http://127.0.0.1:${barePort}`;
    const isUp = await poll(
      async () => (await fetch(bareUrl).catch(() => null))?.ok ?? false,
      30_000,
    );
    if (!isUp) throw new DemoError(`The bare app does not answer:\n${await bare.lastWords()}`);

    return {
      app: { url: `http://127.0.0.1:${port}`, pid: app.pid },
      bare: { url: bareUrl, pid: bare.pid },
      databaseUrl: database.url,
      password: keys.password,
      metaSecret: keys.metaAppSecret,
      whatsappSecret: keys.whatsappAppSecret,
      stop: () => started.disposeAsync(),
    };
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

async function buildBare(folder: string): Promise<void> {
  if (existsSync(join(bareFolder, ".next", "BUILD_ID"))) return;
  const build = await startChild({
    name: "build-bare",
    commandLine: [next, "build", bareFolder],
    environment: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    logFolder: folder,
  });
  const end = await build.ended;
  if (end === "exit code 0") return;
  throw new DemoError(`The bare app could not be built (${end}):\n${await build.lastWords()}`);
}
