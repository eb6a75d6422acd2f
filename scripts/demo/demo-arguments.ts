import path from "node:path";
import { parseArgs } from "node:util";
import { DemoError } from "./demo-error";

export type DemoArguments = { fresh: boolean; dataFolder: string; port: number };

export const demoUsage = `npm run demo -- [--fresh] [--data FOLDER]

  --fresh        starts over: removes the demo's database, keys and passwords first
  --data FOLDER  keeps them there in place of .data
  PORT=3001      another port for the app (default 3000)`;

/** @throws {DemoError} for an unknown flag or a PORT that is none. */
export function readDemoArguments(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DemoArguments {
  const { fresh, data } = readFlags(commandLine);
  return { fresh, dataFolder: path.resolve(data), port: readPort(environment.PORT) };
}

function readFlags(commandLine: readonly string[]) {
  const options = {
    fresh: { type: "boolean", default: false },
    data: { type: "string", default: ".data" },
  } as const;
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemoError(`${reason}\n\n${demoUsage}`);
  }
}

function readPort(text = "3000"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new DemoError(`PORT must be a whole number from 1 to 65535, not "${text}".`);
}
