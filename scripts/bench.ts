import { EmbeddedDatabaseError } from "@/db/embedded";
import { BenchArgumentsError, benchUsage, readBenchArguments } from "./bench/bench-arguments";
import { neighbourRatios, neighbourTable } from "./bench/neighbour-report";
import { ratios, table } from "./bench/report";
import { runBench } from "./bench/run-bench";
import { runNeighbours } from "./bench/run-neighbours";

/** `npm run bench`: the purge beside other ways, its neighbours and its fence, in one run. */
async function bench(): Promise<void> {
  const { size, json, part } = readBenchArguments(process.argv.slice(2));
  if (part === "neighbours") return await benchNeighbours(size, json);
  const figures = await runBench(size, say);
  console.log(table(figures));
  if (json) console.log(JSON.stringify(ratios(figures)));
  if (figures.contact.seqScans.length === 0) return;
  process.exitCode = 1;
  console.error(`Erasing a contact reads whole tables: ${figures.contact.seqScans.join(", ")}.`);
}

async function benchNeighbours(size: number, json: boolean): Promise<void> {
  const figures = await runNeighbours(size, say);
  console.log(neighbourTable(figures).join("\n"));
  if (json) console.log(JSON.stringify({ neighbours: neighbourRatios(figures) }));
}

function say(line: string): void {
  console.error(line);
}

function explain(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof BenchArgumentsError) console.error(`${error.message}\n\n${benchUsage}`);
  else if (error instanceof EmbeddedDatabaseError) console.error(error.message);
  else console.error(error);
}

// What a benchmark has started is stopped and removed as its process ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(130));
}
await bench().catch(explain);
process.exit();
