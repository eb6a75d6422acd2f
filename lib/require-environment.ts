import { EnvError, env } from "./env";

/** Ends the process, with a sentence for each wrong variable, unless its environment is complete. */
export function requireEnvironment(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
