import { EmbeddedDatabaseError } from "@/db/embedded";
import { BenchArgumentsError, benchUsage, readBenchArguments } from "./bench/bench-arguments";
import { ratios, table } from "./bench/report";
import { runBench } from "./bench/run-bench";

/** `npm run bench`: the purge beside other ways, its neighbours and its fence, in one run. */
async function bench(): Promise<void> {
  const { size, json } = readBenchArguments(process.argv.slice(2));
  const figures = await runBench(size, (line) => console.error(line));
  console.log(table(figures));
  if (json) console.log(JSON.stringify(ratios(figures)));
  if (figures.contact.seqScans.length === 0) return;
  process.exitCode = 1;
  console.error(`Erasing a contact reads whole tables: ${figures.contact.seqScans.join(", ")}.`);
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
