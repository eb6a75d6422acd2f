import {
  draftMap,
  type Executor,
  guessMap,
  type MapGuess,
  readGuessTables,
} from "@/lib/erasure/engine";
import { checkCopies } from "./check-copies";
import { checkPrivilege } from "./check-privilege";
import type { Finding } from "./finding";

/** A schema that is not ours: what stands in a purge's way, and a draft of its map. */
export async function examineForeign(
  executor: Executor,
  schema: string,
): Promise<{ source: string; findings: readonly Finding[] }> {
  const guess = guessMap(await readGuessTables(executor, schema));
  return {
    source: draftMap(guess, schema),
    findings: [
      unmapped(guess),
      obstacles("A purge can go through the schema", "mend", guess),
      obstacles("A purge finds its way, and fast", "note", guess),
      await checkPrivilege(executor),
      await checkCopies(executor),
    ],
  };
}

/** All of it, by nature: the draft is where to begin. */
function unmapped({ tables, tenant }: MapGuess): Finding {
  const lost = tables.filter(({ name }) => !(tenant?.reached ?? []).includes(name));
  const personal = tables.flatMap(({ name, columns }) =>
    columns
      .filter((column) => column.personal !== null)
      .map((column) => `${name} (${column.name})`),
  );
  return {
    title: "Every table and column has a verdict",
    state: "note",
    lines: [
      `${tables.length} tables have none yet: finish the draft. ${personal.length} columns look personal.`,
      ...lost.map(
        ({ name }) => `unmapped_table ${name}: nothing leads from it to a tenant; say whose it is.`,
      ),
    ],
  };
}

function obstacles(title: string, state: "mend" | "note", guess: MapGuess): Finding {
  const lines = guess.obstacles
    .filter(({ isRefused }) => isRefused === (state === "mend"))
    .map(({ code, table, mend }) => `${code} ${table}: ${mend}`);
  return { title, state: lines.length === 0 ? "fine" : state, lines };
}
