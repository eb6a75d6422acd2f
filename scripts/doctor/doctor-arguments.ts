import { parseArgs } from "node:util";
import { z } from "zod";
import { DoctorError } from "./doctor-error";

export const doctorUsage = `npm run doctor -- [--database ADDRESS] [--schema NAME]

  --database  the PostgreSQL database to look at; nothing is written to it (DATABASE_URL)
  --schema    the schema in it (public)

The report says what to mend, and how, also in the policy profile (POLICY_PROFILE) and, where S3_BUCKET
and its kind are set, in the object store: exit code 1 when there is anything. A database that is not Lethe's gets a draft of its erasure map, in TypeScript, and
the report on standard error.`;

const DoctorArguments = z.object({
  database: z.url({
    protocol: /^postgres(ql)?$/,
    error: (issue) =>
      issue.input === undefined
        ? "--database is missing, and DATABASE_URL is not set."
        : "--database must be an address, like postgres://user:password@host:5432/name.",
  }),
  schema: z.string().min(1, "--schema must be a name, like public.").default("public"),
  profile: z.string().default("default"),
});
export type DoctorArguments = z.infer<typeof DoctorArguments>;

/** @throws {DoctorError} for an unknown flag, or a value that is missing or no such thing. */
export function readDoctorArguments(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DoctorArguments {
  const { database = environment.DATABASE_URL || undefined, schema } = readFlags(commandLine);
  const profile = environment.POLICY_PROFILE || undefined;
  const parsed = DoctorArguments.safeParse({ database, schema, profile });
  if (parsed.success) return parsed.data;

  const faults = parsed.error.issues.map(({ message }) => message).join("\n");
  throw new DoctorError(`${faults}\n\n${doctorUsage}`);
}

function readFlags(commandLine: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: [...commandLine], options: { database: text, schema: text } }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DoctorError(`${reason}\n\n${doctorUsage}`);
  }
}
