import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import getPort from "get-port";
import { findChromium } from "../scripts/find-chromium";
import { firstDemoFolder } from "./fixtures/demo-folder";
import { demoUnderTest } from "./fixtures/demo-under-test";

// Read once more by every worker process, which must come to the same port.
process.env.LETHE_E2E_PORT ??= String(await getPort());
const appUrl = `http://localhost:${process.env.LETHE_E2E_PORT}`;
const executablePath = findChromium();

const { commandLine, environment } = demoUnderTest({
  folder: firstDemoFolder,
  port: Number(process.env.LETHE_E2E_PORT),
  profile: "default",
});

/**
 * The browser tests: one worker, or with `--workers N` several, each with a Chromium and a demo of its own,
 * which is the production build. The first demo makes it before the first test.
 */
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
    command: ["node", ...commandLine].join(" "),
    cwd: path.resolve(import.meta.dirname, ".."),
    url: `${appUrl}/data-deletion`,
    env: environment,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
