import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import getPort from "get-port";
import { findChromium } from "../scripts/find-chromium";
import { demoFolder } from "./fixtures/demo-folder";

// Read once more by every worker process, which must come to the same port.
process.env.LETHE_E2E_PORT ??= String(await getPort());
const appUrl = `http://localhost:${process.env.LETHE_E2E_PORT}`;
const executablePath = findChromium();

/** What a developer's shell may have set must not lead the tests to a database that matters. */
const nothingSet = Object.fromEntries(
  [
    "DATABASE_URL",
    "APP_URL",
    "MASTER_KEY",
    "META_APP_SECRETS",
    "WHATSAPP_APP_SECRETS",
    "WHATSAPP_VERIFY_TOKEN",
    "RESEND_API_KEY",
    "RESEND_BASE_URL",
    "RESEND_WEBHOOK_SECRET",
    "POLICY_PROFILE",
    "META_GRAPH_URL",
    "TELEGRAM_API_URL",
    "OPENAI_API_URL",
    "OPENAI_API_KEY",
    "ANTHROPIC_API_URL",
    "ANTHROPIC_API_KEY",
    "S3_BUCKET",
    "S3_ENDPOINT",
  ].map((name) => [name, ""]),
);

/** The browser tests: one Chromium against one demo, which is the production build. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: appUrl,
    trace: process.env.CI ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-quic",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `node --import tsx scripts/demo.ts --fresh --data ${demoFolder}`,
    cwd: path.resolve(import.meta.dirname, ".."),
    url: `${appUrl}/data-deletion`,
    // The tests play the one proxy, so that each comes from an address of its own.
    env: {
      ...nothingSet,
      PORT: process.env.LETHE_E2E_PORT,
      TRUSTED_PROXY_HOPS: "1",
      RATE_LIMIT_FACTOR: "1",
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
