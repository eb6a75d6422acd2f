import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Chromium without a window of its own, which costs a third less on two cores. */
const shell = "/usr/bin/chromium-headless-shell";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A browser for the tests: the one named by PLAYWRIGHT_CHROMIUM, the machine's without a window, Playwright's
 * own, or the machine's.
 */
export function findChromium(): string | null {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return existsSync(named) ? named : null;

  return [shell, chromium.executablePath(), ...installed].find((path) => existsSync(path)) ?? null;
}
