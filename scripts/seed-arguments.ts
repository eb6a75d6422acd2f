import { parseArgs } from "node:util";
import { z } from "zod";
import { demoSize } from "@/db/seed";

export const seedUsage = `npm run db:seed -- --password WORD [--workspaces N] [--messages N] [--seed WORD] [--base-time INSTANT]

  --password    for everybody who signs in with one; at least 8 characters
  --workspaces  how many; the first two are acme and globex (${demoSize.workspaces})
  --messages    over all workspaces together; the rest grows with them (${demoSize.messages})
  --seed        another word makes other data (${demoSize.seed})
  --base-time   the newest moment in the data, ISO 8601 (${demoSize.baseTime.toISOString()})`;

const SeedArguments = z
  .object({
    password: z
      .string("--password is missing.")
      .min(8, "--password must have at least 8 characters."),
    workspaces: wholeNumber("--workspaces", 10_000).default(demoSize.workspaces),
    messages: wholeNumber("--messages", 1_000_000_000).default(demoSize.messages),
    seed: z.string().min(1, "--seed must not be empty.").default(demoSize.seed),
    baseTime: z.iso
      .datetime({ offset: true, error: "--base-time must be like 2026-11-20T16:30:00Z." })
      .transform((instant) => new Date(instant))
      .default(demoSize.baseTime),
  })
  .refine(({ workspaces, messages }) => messages >= workspaces, {
    error: "--messages must be at least --workspaces: one each.",
  });
export type SeedArguments = z.infer<typeof SeedArguments>;

/** The command line says something that the seed cannot do; the message says what, line by line. */
export class SeedArgumentsError extends Error {
  readonly code = "seed_arguments";
}

/** @throws {SeedArgumentsError} for an unknown flag, or a value that is missing or out of range. */
export function readSeedArguments(commandLine: readonly string[]): SeedArguments {
  const { "base-time": baseTime, ...flags } = readFlags(commandLine);
  const parsed = SeedArguments.safeParse({ ...flags, baseTime });
  if (parsed.success) return parsed.data;
  throw new SeedArgumentsError(parsed.error.issues.map(({ message }) => message).join("\n"));
}

function readFlags(commandLine: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    password: text,
    workspaces: text,
    messages: text,
    seed: text,
    "base-time": text,
  };
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    throw new SeedArgumentsError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(flag: string, most: number) {
  const message = `${flag} must be a whole number from 1 to ${most}.`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(1, message).max(most, message));
}
