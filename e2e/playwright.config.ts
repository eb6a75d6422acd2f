import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import getPort from "get-port";
import { findChromium } from "../scripts/find-chromium";
import { demoFolder } from "./fixtures/demo-folder";
import { demoUnderTest } from "./fixtures/demo-under-test";

// Read once more by every worker process, which must come to the same port.
process.env.LETHE_E2E_PORT ??= String(await getPort());
const appUrl = `http://localhost:${process.env.LETHE_E2E_PORT}`;
const executablePath = findChromium();

const { commandLine, environment } = demoUnderTest({
  folder: demoFolder,
  port: Number(process.env.LETHE_E2E_PORT),
  profile: "default",
});

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
