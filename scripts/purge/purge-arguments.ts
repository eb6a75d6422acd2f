import { parseArgs } from "node:util";
import { z } from "zod";

export const purgePauseUsage = `npm run purge:pause -- [--database ADDRESS] [--wait SECONDS]

  --database  the PostgreSQL database to steer (DATABASE_URL)
  --wait      come back when no worker is in a purge any more, at most so long

Every purge stops between two batches, and none starts, until npm run purge:resume.`;

export const purgeResumeUsage = `npm run purge:resume -- [--database ADDRESS] [--max-runs N]

  --database  the PostgreSQL database to steer (DATABASE_URL)
  --max-runs  from now on so many purges at once, 1 to 100

What was stopped goes on by itself.`;

const database = z.url({
  protocol: /^postgres(ql)?$/,
  error: (issue) =>
    issue.input === undefined
      ? "--database is missing, and DATABASE_URL is not set."
      : "--database must be an address, like postgres://user:password@host:5432/name.",
});

const PauseArguments = z.object({ database, wait: wholeNumber("--wait", 1, 3_600).optional() });
const ResumeArguments = z.object({
  database,
  "max-runs": wholeNumber("--max-runs", 1, 100).optional(),
});
export type Environment = Readonly<Record<string, string | undefined>>;

/** The command cannot be carried out; the message says why, and what to do. */
export class PurgeCommandError extends Error {
  override readonly name = "PurgeCommandError";
}

/** @throws {PurgeCommandError} for an unknown flag, or a value that is missing or no such thing. */
export function readPauseArguments(commandLine: readonly string[], environment: Environment) {
  const { database, wait } = read(PauseArguments, ["wait"], commandLine, environment, {
    usage: purgePauseUsage,
  });
  return { database, waitSeconds: wait };
}

/** @throws {PurgeCommandError} for an unknown flag, or a value that is missing or no such thing. */
export function readResumeArguments(commandLine: readonly string[], environment: Environment) {
  const given = read(ResumeArguments, ["max-runs"], commandLine, environment, {
    usage: purgeResumeUsage,
  });
  return { database: given.database, maxRuns: given["max-runs"] };
}

function read<TArguments>(
  shape: z.ZodType<TArguments>,
  flags: readonly string[],
  commandLine: readonly string[],
  environment: Environment,
  { usage }: { usage: string },
): TArguments {
  const flagged = readFlags([...flags, "database"], commandLine, usage);
  const parsed = shape.safeParse({
    ...flagged,
    database: flagged.database ?? (environment.DATABASE_URL || undefined),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ message }) => message).join("\n");
  throw new PurgeCommandError(`${faults}\n\n${usage}`);
}

function readFlags(flags: readonly string[], commandLine: readonly string[], usage: string) {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: "string" } as const]));
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PurgeCommandError(`${reason}\n\n${usage}`);
  }
}

function wholeNumber(flag: string, min: number, max: number) {
  const message = `${flag} must be a whole number from ${min} to ${max}.`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message));
}
