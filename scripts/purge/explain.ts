import { PurgeCommandError } from "./purge-arguments";

/** What went wrong, for people, and exit code 1. */
export function explain(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof PurgeCommandError ? error.message : error);
}
