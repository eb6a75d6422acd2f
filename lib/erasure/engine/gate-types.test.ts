import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test as plain } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** What each file says after the schema and the map of one table, and what the compiler answers. */
const cases: Record<string, { code: string; error: RegExp | null }> = {
  "lets a whole map pass": {
    code: `({ notes: { ...entry } }) satisfies ErasureMap<Schema, Kind>;
      null as unknown as Nothing<Stale<{ notes: typeof entry }, Schema>>;`,
    error: null,
  },
  "turns red on a new table": {
    code: `const tags = pgTable("tags", { id: text("id").primaryKey() });
      ({ notes: entry }) satisfies ErasureMap<Schema & { tags: typeof tags }, Kind>;`,
    error: /Property 'tags' is missing/,
  },
  "turns red on a new column": {
    code: `const wider = pgTable("notes", { id: text("id").primaryKey(), body: text("body"), ip: text("ip") });
      ({ notes: entry }) satisfies ErasureMap<{ notes: typeof wider }, Kind>;`,
    error: /Property 'ip' is missing/,
  },
  "turns red on a removed entry": {
    code: "({}) satisfies ErasureMap<Schema, Kind>;",
    error: /Property 'notes' is missing/,
  },
  "turns red on a removed verdict on a table": {
    code: "({ notes: { ...entry, rows: { person: notAbout } } }) satisfies ErasureMap<Schema, Kind>;",
    error: /Property 'team' is missing/,
  },
  "turns red on a removed verdict on a column": {
    code: "({ notes: { ...entry, columns: { id: kept } } }) satisfies ErasureMap<Schema, Kind>;",
    error: /Property 'body' is missing/,
  },
  "turns red on a stale entry": {
    code: "({ notes: entry, tags: entry }) satisfies ErasureMap<Schema, Kind>;",
    error: /'tags' does not exist/,
  },
  "turns red on a stale entry that comes with a spread": {
    code: `const map = { ...{ notes: entry, tags: entry } } satisfies ErasureMap<Schema, Kind>;
      null as unknown as Nothing<Stale<typeof map, Schema>>;`,
    error: /Type '"tags"' does not satisfy the constraint 'never'/,
  },
  "turns red on a stale verdict on a column": {
    code: "({ notes: { ...entry, columns: { id: kept, body: kept, ip: kept } } }) satisfies ErasureMap<Schema, Kind>;",
    error: /'ip' does not exist/,
  },
  "turns red on a stale verdict on a column that comes with a spread": {
    code: `const map = { notes: { ...entry, columns: { ...entry.columns, ...{ ip: kept } } } } satisfies ErasureMap<Schema, Kind>;
      null as unknown as Nothing<Stale<typeof map, Schema>>;`,
    error: /Type '"notes.ip"' does not satisfy the constraint 'never'/,
  },
  "turns red on a verdict for a kind of subject that nobody is": {
    code: '({ notes: { ...entry, columns: { id: kept, body: blankedFor(["robot"]) } } }) satisfies ErasureMap<Schema, Kind>;',
    error: /'robot'|"robot"/,
  },
  "turns red on a reach by a column that is not there": {
    code: `({ notes: { ...entry, rows: { person: erase(where({ writer: "personId" })), team: notAbout } } }) satisfies ErasureMap<Schema, Kind>;`,
    error: /"writer"|'writer'/,
  },
  "turns red on a waiver without a reason": {
    code: 'unreachable("");',
    error: /Argument of type '""' is not assignable to parameter of type 'never'/,
  },
  "turns red on a waiver whose reason is a blank": {
    code: 'unreachable("  ");',
    error: /Argument of type '" {2}"' is not assignable to parameter of type 'never'/,
  },
  "turns red on a retention without a name": {
    code: 'retain("", where({ id: "personId" }));',
    error: /Argument of type '""' is not assignable to parameter of type 'never'/,
  },
  "turns red on a mention without a reason": {
    code: 'mayMention(["person"], "");',
    error: /Argument of type '""' is not assignable to parameter of type 'never'/,
  },
};

const preamble = `
import { pgTable, text } from "drizzle-orm/pg-core";
import { blankedFor, type ErasureMap, erase, kept, mayMention, type Nothing, notAbout, retain, type Stale, unreachable, where } from "@/lib/erasure/engine";

const notes = pgTable("notes", { id: text("id").primaryKey(), body: text("body") });
type Schema = { notes: typeof notes };
type Kind = "person" | "team";
const entry = {
  category: "notes",
  rows: { person: erase(where({ id: "personId" })), team: notAbout },
  columns: { id: kept, body: kept },
};
void [blankedFor, erase, kept, mayMention, notAbout, retain, unreachable, where, pgTable, entry];
`;

/** Compiles all cases at once, and gives what the compiler said about each. */
const test = plain.extend(
  "errorsIn",
  { scope: "file" },
  async (): Promise<ReadonlyMap<string, string>> => {
    const cache = join(root, "node_modules/.cache");
    await mkdir(cache, { recursive: true });
    // Beneath the project's own packages, so that the cases find them.
    const folder = await mkdtemp(join(cache, "gate-types-"));
    try {
      const names = Object.keys(cases);
      const files = names.map((_, at) => `case-${at}.ts`);
      for (const [at, name] of names.entries()) {
        await writeFile(join(folder, files[at] ?? ""), `${preamble}\n${cases[name]?.code}\n`);
      }
      const options = { noEmit: true, incremental: false };
      const config = {
        extends: join(root, "tsconfig.json"),
        compilerOptions: options,
        files,
        include: [],
      };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      const output = await compile(folder);
      return new Map(names.map((name, at) => [name, about(files[at] ?? "", output)]));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

describe("the completeness gate, at compile time,", () => {
  test.for(Object.entries(cases))("%s", ([name, { error }], { errorsIn }) => {
    if (error === null) expect(errorsIn.get(name)).toBe("");
    else expect(errorsIn.get(name)).toMatch(error);
  });
});

function compile(folder: string): Promise<string> {
  const tsc = join(root, "node_modules/.bin/tsc");
  return new Promise((resolve) => {
    execFile(tsc, ["-p", folder, "--pretty", "false"], { cwd: folder }, (_, output) =>
      resolve(output),
    );
  });
}

/** The compiler's lines about a file, each with those that go on with it. */
function about(file: string, output: string): string {
  const messages = output.split(/\n(?=\S)/);
  return messages.filter((message) => message.startsWith(`${file}(`)).join("\n");
}
