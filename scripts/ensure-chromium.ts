import { spawnSync } from "node:child_process";
import { findChromium } from "./find-chromium";

/**
 * Runs before the browser tests: finds a Chromium, or installs one, or says what to do.
 *
 * Playwright's own download comes first because it needs no rights; Debian's package is for
 * machines that reach a package mirror and nothing else.
 */
function ensureChromium(): void {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (findChromium()) return;
  if (named) {
    explain(`PLAYWRIGHT_CHROMIUM names ${named}, and there is nothing there.`);
    return;
  }

  console.log("No Chromium found. Installing Playwright's.");
  const isRoot = process.getuid?.() === 0;
  const withLibraries = isRoot ? ["--with-deps"] : [];
  run("npx", ["playwright", "install", ...withLibraries, "--no-shell", "chromium"]);
  if (findChromium()) return;

  if (isRoot && run("apt-get", ["--version"])) {
    console.log("That did not work. Installing Debian's.");
    run("apt-get", ["update", "-qq"]);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
      if (findChromium()) return;
    }
  }
  explain(
    "The browser tests need a Chromium, and none could be installed. Install one (on Debian: " +
      "sudo apt-get install chromium-headless-shell), or name one: PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test",
  );
}

function run(command: string, commandLine: string[]): boolean {
  const environment = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
  };
  const { status } = spawnSync(command, commandLine, { stdio: "inherit", env: environment });
  return status === 0;
}

function explain(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

ensureChromium();
