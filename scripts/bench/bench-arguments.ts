import { parseArgs } from "node:util";
import { z } from "zod";
import { wayNames } from "./way-names";

export const benchUsage = `npm run bench -- [workspace | neighbours | contacts | lists | export | desk | http | oracle | pages] [--size N] [--quick] [--ways A;B] [--rounds N]
                      [--set NAME=VALUE] [--json]

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
  --ways   only these ways to delete a workspace, as "floor;ours"
  --rounds how often each, in turn
  --set    a setting of the PostgreSQL that it starts and that a reload changes, as max_wal_size=4GB
  --json   the ratios as JSON, on the last line`;

const message = "--size must be a whole number from 10000 to 10000000.";
const Ways = z
  .string()
  .transform((list) => list.split(";"))
  .pipe(z.array(z.enum(wayNames, `The ways are: ${wayNames.join("; ")}.`)));

const Settings = z
  .array(z.string().regex(/^[a-z_]+=\w+$/, "--set must be NAME=VALUE, as max_wal_size=4GB."))
  .transform((list) => new Map(list.map((one) => split(one))));

const BenchArguments = z.object({
  size: z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(10_000, message).max(10_000_000, message))
    .default(100_000),
  ways: Ways.optional(),
  rounds: z
    .string()
    .regex(/^[1-9]\d?$/, "--rounds must be a whole number from 1 to 99.")
    .transform(Number)
    .optional(),
  set: Settings.optional(),
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

function split(setting: string): [name: string, value: string] {
  const [name = "", value = ""] = setting.split("=");
  return [name, value];
}

function readFlags(commandLine: readonly string[]) {
  try {
    const options = {
      size: { type: "string" },
      ways: { type: "string" },
      rounds: { type: "string" },
      set: { type: "string", multiple: true },
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
