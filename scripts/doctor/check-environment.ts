import { EnvError, parseEnv } from "@/lib/env";
import type { Finding } from "./finding";

/** What app and worker would miss, started with these variables; a note, as the doctor needs few of them. */
export function checkEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Finding {
  const title = "App and worker would start with these variables";
  try {
    parseEnv(environment);
    return { title, state: "fine", lines: [] };
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const [, ...lines] = error.message.split("\n");
    return { title, state: "note", lines: lines.map((line) => line.trim()) };
  }
}
