import { EnvError } from "@/lib/env";
import { PolicyError } from "@/lib/policy/policy-error";
import { readDemoArguments } from "./demo/demo-arguments";
import { DemoError } from "./demo/demo-error";
import { runDemo } from "./demo/run-demo";

/** `npm run demo`: everything on one machine with nothing installed, until Ctrl-C. */
async function demo(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => stopping.abort());
  }
  stopWithNpm(stopping);
  await runDemo(readDemoArguments(process.argv.slice(2), process.env), stopping.signal);
}

/** A killed npm tells nobody: whoever waits for it would wait beside a demo that runs on. */
function stopWithNpm(stopping: AbortController): void {
  if (process.env.npm_lifecycle_event !== "demo") return;
  const parent = process.ppid;
  const check = () => process.ppid === parent || stopping.abort();
  setInterval(check, 500).unref();
}

function explain(error: unknown): void {
  process.exitCode = 1;
  const isForPeople =
    error instanceof DemoError || error instanceof EnvError || error instanceof PolicyError;
  console.error(isForPeople ? `\n${error.message}` : error);
}

await demo().catch(explain);
process.exit();
