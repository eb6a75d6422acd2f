import { EnvError, env } from "@/lib/env";

/** Next calls this once, before the server takes a request: a wrong environment ends it here. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
