import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { type Connection, connect } from "@/db/client";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import { roleNames } from "@/db/roles/role-names";
import { type MasterKey, parseMasterKey } from "@/lib/crypto";
import { bundleScript } from "@/lib/testing/bundled-script";
import { roomyMemory } from "@/lib/testing/roomy-memory";
import { startS3Server } from "@/lib/testing/s3/s3-server";
import { type Child, startChild } from "../demo/child";
import { supervise } from "../demo/supervise";
import { waitForApp } from "../demo/wait-for-app";
import { type FrailDatabase, startFrailDatabase } from "./frail-database";
import { type Outside, startOutside } from "./outside";

/**
 * Everything that a deployment is made of, each in a process or at an address of its own; app and worker
 * run as the roles that are theirs.
 */
export type Site = {
  database: FrailDatabase;
  /** The test's own connections, as the tables' owner. */
  connection: Connection;
  outside: Outside;
  masterKey: string;
  master: MasterKey;
  /** To be repeated after a migration. */
  grantRoles(): Promise<void>;
  /** A real worker; it ends with the site. */
  startWorker(options?: WorkerOptions): Promise<Child>;
  /** The same, started again whenever it ends, as whoever runs it does. */
  keepWorker(options?: WorkerOptions): Promise<void>;
  /** The built app, at a port of its own; it ends with the site. */
  startApp(): Promise<Child & { url: string }>;
  close(): Promise<void>;
};

type WorkerOptions = {
  name?: string;
  environment?: Record<string, string>;
  /** Loaded before the worker's own code. */
  preload?: string;
};

export const metaSecret = "the Meta app's secret";

/**
 * Starts all but the workers. This process has the app's environment from then on, so that the app's own
 * routes and verbs can be called in it.
 *
 * @param folder where the database's data lies, unless in a new one: in memory where there is room, and what
 *   the server has written outlives it there as on a disk.
 */
export async function openSite({ folder }: { folder?: string } = {}): Promise<Site> {
  const started = new AsyncDisposableStack();
  const home = await mkdtemp(join((await roomyMemory()) ?? tmpdir(), "lethe-chaos-"));
  await chmod(home, 0o755);
  started.defer(() => rm(home, { recursive: true, force: true }));
  const bundle = await bundleScript("scripts/worker.ts");
  started.defer(bundle.remove);
  const outside = await startOutside();
  started.defer(outside.close);
  const store = await startS3Server();
  started.defer(store.stop);
  const database = await startFrailDatabase(folder ?? home);
  started.defer(database.stop);
  const connection = connect(database.url, { max: 4 });
  started.defer(connection.close);
  const app = { name: roleNames.app, password: "the app's own" };
  const ofWorkers = { name: roleNames.worker, password: "the worker's own" };
  const grant = async () => {
    await grantRoles(connection.sql, { app, worker: ofWorkers });
  };
  await grant();
  const masterKey = randomBytes(32).toString("base64");
  const variables = {
    DATABASE_URL: asRole(database.url, app),
    APP_URL: "https://app.example.test",
    META_APP_SECRETS: metaSecret,
    MASTER_KEY: masterKey,
    MAIL_FROM: "Privacy <privacy@example.test>",
    RESEND_API_KEY: "re_chaos",
    RESEND_BASE_URL: outside.url,
    S3_BUCKET: store.bucket,
    S3_ENDPOINT: store.endpoint,
    S3_REGION: "eu-central-1",
    S3_ACCESS_KEY_ID: "chaos",
    S3_SECRET_ACCESS_KEY: "chaos",
    META_GRAPH_URL: outside.url,
    TELEGRAM_API_URL: outside.url,
    OPENAI_API_URL: outside.url,
    ANTHROPIC_API_URL: outside.url,
    OPENAI_API_KEY: "chaos",
    ANTHROPIC_API_KEY: "chaos",
    RATE_LIMIT_FACTOR: "1000",
    POLICY_PROFILE: "default",
  };
  Object.assign(process.env, variables);

  const startWorker = ({ name = "worker", environment, preload }: WorkerOptions = {}) =>
    startChild({
      name,
      commandLine: [...(preload ? ["--import", preload] : []), bundle.file],
      environment: {
        ...process.env,
        ...variables,
        DATABASE_URL: asRole(database.url, ofWorkers),
        NODE_ENV: "production",
        NODE_COMPILE_CACHE: bundle.compileCache,
        ...environment,
      },
      logFolder: home,
    });
  return {
    database,
    connection,
    outside,
    masterKey,
    master: parseMasterKey(masterKey),
    grantRoles: grant,
    async startWorker(options) {
      const worker = await startWorker(options);
      started.defer(worker.stop);
      return worker;
    },
    async startApp() {
      const port = String(await getPort());
      const app = await startChild({
        name: "app",
        commandLine: ["node_modules/next/dist/bin/next", "start", "-p", port],
        environment: { ...process.env, ...variables, NODE_ENV: "production", PORT: port },
        logFolder: home,
      });
      started.defer(app.stop);
      await waitForApp(app, Number(port), new AbortController().signal);
      return { ...app, url: `http://127.0.0.1:${port}` };
    },
    async keepWorker(options) {
      const worker = await supervise(
        () => startWorker(options),
        () => {},
      );
      started.defer(worker.stop);
    },
    close: () => started.disposeAsync(),
  };
}
