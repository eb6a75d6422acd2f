import { parseArgs } from "node:util";
import { z } from "zod";

export const benchUsage = `npm run bench -- [workspace | neighbours | contacts | lists | export | desk | http | oracle | pages] [--size N] [--quick] [--json]

  workspace   only the ways to delete a workspace, and a contact of it
  neighbours  only what a neighbour feels of a purge
  contacts    only the erasure of 10,000 of --size contacts, and what a neighbour's ingest feels of it
  lists       what the contact list is asked, over --size contacts
  export      only the export of a workspace
  desk        the operators' pages over --size requests
  http        the public routes beside one that does nothing; --size requests while memory is looked at
  oracle      whether an answer, or its time, tells of somebody known from somebody unknown
  pages       the public pages on a slow telephone, beside one written as plain HTML
  --size   messages, contacts or requests, 10000 to 10000000 (100000)
  --quick  cascade, floor and ours once, and less of the rest: for millions of messages
  --json   the ratios as JSON, on the last line`;

const message = "--size must be a whole number from 10000 to 10000000.";
const BenchArguments = z.object({
  size: z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(10_000, message).max(10_000_000, message))
    .default(100_000),
  json: z.boolean().default(false),
  quick: z.boolean().default(false),
  part: z
    .enum(
      [
        "all",
        "workspace",
        "neighbours",
        "contacts",
        "lists",
        "export",
        "desk",
        "http",
        "oracle",
        "pages",
      ],
      {
        error:
          'The parts that can be run alone are "workspace", "neighbours", "contacts", "lists", "export", "desk", "http", "oracle" and "pages".',
      },
    )
    .default("all"),
});
export type BenchArguments = z.infer<typeof BenchArguments>;

/** The command line says something that the benchmark cannot do. */
export class BenchArgumentsError extends Error {
  override readonly name = "BenchArgumentsError";
}

/** @throws {BenchArgumentsError} for an unknown flag, or a size out of range. */
export function readBenchArguments(commandLine: readonly string[]): BenchArguments {
  const parsed = BenchArguments.safeParse(readFlags(commandLine));
  if (parsed.success) return parsed.data;
  throw new BenchArgumentsError(parsed.error.issues.map((issue) => issue.message).join("\n"));
}

function readFlags(commandLine: readonly string[]) {
  try {
    const options = {
      size: { type: "string" },
      quick: { type: "boolean" },
      json: { type: "boolean" },
    } as const;
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      options,
      allowPositionals: true,
    });
    return { ...values, part: positionals.length === 0 ? undefined : positionals.join(" ") };
  } catch (error) {
    throw new BenchArgumentsError(error instanceof Error ? error.message : String(error));
  }
}
