import { EmbeddedDatabaseError } from "@/db/embedded";
import { BenchArgumentsError, benchUsage, readBenchArguments } from "./bench/bench-arguments";
import { contactsRatios, contactsTable } from "./bench/contacts/contacts-report";
import { measureContacts } from "./bench/contacts/measure-contacts";
import { deskRatios, deskTable } from "./bench/desk/desk-report";
import { measureDesk } from "./bench/desk/measure-desk";
import { httpRatios, httpTable } from "./bench/http/http-report";
import { measureHttp } from "./bench/http/measure-http";
import { listsRatios, listsTable } from "./bench/lists/lists-report";
import { measureLists } from "./bench/lists/measure-lists";
import { measureOracle } from "./bench/oracle/measure-oracle";
import { doesTimeTell, oracleRatios, oracleTable } from "./bench/oracle/oracle-report";
import { measurePages } from "./bench/pages/measure-pages";
import { pagesRatios, pagesTable } from "./bench/pages/pages-report";
import { ratios, table } from "./bench/report";
import { runBench } from "./bench/run-bench";

/** `npm run bench`: the purge beside other ways, its neighbours and its fence, in one run. */
async function bench(): Promise<void> {
  const asked = readBenchArguments(process.argv.slice(2));
  if (asked.part === "http") {
    const { size: requests, quick: isQuick, json } = asked;
    const measured = await measureHttp({ requests, isQuick }, say);
    console.log(httpTable(measured));
    if (json) console.log(JSON.stringify(httpRatios(measured)));
    return;
  }
  if (asked.part === "pages") {
    const measured = await measurePages({ isQuick: asked.quick }, say);
    console.log(pagesTable(measured));
    if (asked.json) console.log(JSON.stringify(pagesRatios(measured)));
    return;
  }
  if (asked.part === "desk") {
    const { size: requests, quick: isQuick, json } = asked;
    const measured = await measureDesk({ requests, isQuick }, say);
    console.log(deskTable(measured));
    if (json) console.log(JSON.stringify(deskRatios(measured)));
    return;
  }
  if (asked.part === "contacts") {
    const measured = await measureContacts({ contacts: asked.size }, say);
    console.log(contactsTable(measured));
    if (asked.json) console.log(JSON.stringify(contactsRatios(measured)));
    return;
  }
  if (asked.part === "lists") {
    const { size: contacts, quick: isQuick, json } = asked;
    const measured = await measureLists({ contacts, isQuick }, say);
    console.log(listsTable(measured));
    if (json) console.log(JSON.stringify(listsRatios(measured)));
    return;
  }
  if (asked.part === "oracle") {
    const heard = await measureOracle({ isQuick: asked.quick }, say);
    console.log(oracleTable(heard));
    const told = heard.filter(
      (one) => !one.isSameAnswer || (!one.isSigned && doesTimeTell(one, heard.length)),
    );
    if (told.length > 0) process.exitCode = 1;
    if (asked.json) console.log(JSON.stringify(oracleRatios(heard)));
    return;
  }
  const figures = await runBench(asked, say);
  console.log(table(figures));
  const scans = figures.contact?.seqScans ?? [];
  if (scans.length > 0) {
    process.exitCode = 1;
    say(`Erasing a contact reads whole tables: ${scans.join(", ")}.`);
  }
  if (asked.json) console.log(JSON.stringify(ratios(figures)));
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
