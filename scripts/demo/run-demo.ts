import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { erasureMap } from "@/db/erasure-map";
import { requirePolicy } from "@/lib/policy/require-policy";
import { storageSettings } from "@/lib/storage-settings";
import { announcement } from "./announcement";
import { buildApp } from "./build-app";
import { type Child, startChild } from "./child";
import { openDataFolder } from "./data-folder";
import type { DemoArguments } from "./demo-arguments";
import { demoEnvironment } from "./demo-environment";
import { DemoError } from "./demo-error";
import { factsFile, writeDemoFacts } from "./demo-facts";
import { demoKeys } from "./demo-keys";
import { fillDatabase } from "./fill-database";
import { startMailServer } from "./mail-server";
import { startObjectServer } from "./object-server";
import { poll } from "./poll";
import { portIsFree } from "./port-is-free";
import { ownerServes, serveAsRoles } from "./serve-as-roles";
import { startStandIn } from "./stand-in";
import { type Database, startDatabase } from "./start-database";
import { supervise } from "./supervise";
import { waitForApp } from "./wait-for-app";

/**
 * Brings everything up, says so, and keeps it up until `signal`. Whatever was started is stopped
 * again, in the opposite order, however this ends.
 *
 * @throws {DemoError} for what the person at the terminal can do something about.
 * @throws {EnvError}
 * @throws {PolicyError}
 */
export async function runDemo(demo: DemoArguments, signal: AbortSignal): Promise<void> {
  await using started = new AsyncDisposableStack();
  try {
    await bringUp(demo, started, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  console.log("\nStopping.");
}

async function bringUp(
  { fresh, dataFolder, port }: DemoArguments,
  started: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<void> {
  const given = process.env;
  if (fresh && given.DATABASE_URL) {
    throw new DemoError("--fresh would not touch the database at DATABASE_URL: empty it yourself.");
  }
  const folder = await openDataFolder(dataFolder, fresh);
  started.defer(folder.release);
  await checkPort(port, folder.leftBehind);
  const keys = await demoKeys(dataFolder);

  console.log("Starting. The first start builds the app, which takes about a minute.");
  const database = given.DATABASE_URL ? null : await startDatabase(dataFolder);
  if (database) started.defer(database.stop);
  if (database?.notice) console.log(database.notice);
  const mail = given.RESEND_BASE_URL || given.RESEND_API_KEY ? null : await startMailServer();
  if (mail) started.defer(mail.stop);
  const files = given.S3_BUCKET ? null : await startObjectServer(dataFolder);
  if (files) started.defer(files.stop);

  const standIn = await startStandIn();
  started.defer(standIn.stop);

  const { variables, env } = demoEnvironment(
    {
      port,
      keys,
      databaseUrl: database?.url ?? "",
      mailUrl: mail?.url ?? null,
      files: files?.settings ?? null,
      standInUrl: standIn.url,
    },
    given,
  );
  requirePolicy(env.POLICY_PROFILE, erasureMap);
  const { DATABASE_URL: databaseUrl, MASTER_KEY: masterKey, APP_URL: appUrl } = env;
  const { password } = keys;
  const [filling] = await Promise.all([
    fillDatabase({ databaseUrl, password, masterKey, files: storageSettings(env) }),
    buildApp(dataFolder, signal),
  ]);
  signal.throwIfAborted();

  const served =
    database === null ? ownerServes(databaseUrl) : await serveAsRoles(database.url, keys);
  const app = await startChild({
    name: "app",
    commandLine: ["node_modules/next/dist/bin/next", "start", "-p", String(port)],
    environment: { ...variables, DATABASE_URL: served.app },
    logFolder: dataFolder,
  });
  started.defer(app.stop);
  const startWorker = async () =>
    await startChild({
      name: "worker",
      commandLine: ["--import", "tsx", "scripts/worker.ts"],
      environment: {
        ...variables,
        DATABASE_URL: served.worker,
        ...portBeside(env.METRICS_PORT),
      },
      logFolder: dataFolder,
    });
  const worker = await supervise(async () => {
    const child = await startWorker();
    await note(child.pid);
    return child;
  }, sayRestart);
  started.defer(worker.stop);
  started.defer(() => rm(factsFile(dataFolder), { force: true }));

  await waitForApp(app, port, signal);
  await note(worker.pid());
  const inboxUrl = mail?.inboxUrl ?? null;
  const isPasswordKnown = filling === "seeded" || !keys.areNew;
  console.log(
    announcement({
      appUrl,
      inboxUrl,
      password,
      isPasswordKnown,
      dataFolder,
      standInUrl: standIn.url,
    }),
  );
  await untilOver(app, database, signal);

  async function note(workerPid: number): Promise<void> {
    await writeDemoFacts(dataFolder, {
      appUrl,
      inboxUrl: mail?.inboxUrl ?? null,
      standInUrl: standIn.url,
      databaseUrl,
      password,
      masterKey,
      metaAppSecrets: env.META_APP_SECRETS,
      resendWebhookSecret: env.RESEND_WEBHOOK_SECRET?.[0] ?? "",
      storage: {
        S3_BUCKET: env.S3_BUCKET,
        S3_ENDPOINT: env.S3_ENDPOINT,
        S3_REGION: env.S3_REGION,
        S3_ACCESS_KEY_ID: env.S3_ACCESS_KEY_ID,
        S3_SECRET_ACCESS_KEY: env.S3_SECRET_ACCESS_KEY,
      },
      processes: { demo: process.pid, app: app.pid, worker: workerPid },
    });
  }
}

/** The app's metrics are at the port that is asked for, the worker's at the next. */
function portBeside(metricsPort: number | undefined): { METRICS_PORT?: string } {
  return metricsPort === undefined ? {} : { METRICS_PORT: String(metricsPort + 1) };
}

/** A demo that was killed needs a moment until its app is gone too. */
async function checkPort(port: number, leftBehind: boolean): Promise<void> {
  if (await poll(() => portIsFree(port), leftBehind ? 8_000 : 0)) return;
  throw new DemoError(`Port ${port} is taken. Choose another: PORT=${port + 1} npm run demo`);
}

async function untilOver(
  app: Child,
  database: Database | null,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null));
  });
  const end = await Promise.race([
    stopped,
    app.ended.then((how) => ({ child: app, what: "The app", how })),
    ...(database
      ? [database.ended.then((how) => ({ child: database, what: "The database", how }))]
      : []),
  ]);
  if (end === null || signal.aborted) return;
  await pause(100); // Its last lines are on their way to the log.
  throw new DemoError(`${end.what} ended (${end.how}):\n${await end.child.lastWords()}`);
}

function sayRestart(end: string, pauseMilliseconds: number): void {
  console.log(`The worker ended (${end}) and starts again in ${pauseMilliseconds / 1000} s.`);
}
