import { readFile } from "node:fs/promises";
import autocannon, { type Options, type Result } from "autocannon";
import { median } from "../statistics";
import { type HttpServers, startServers } from "./start-servers";
import { httpTargets, type Target } from "./targets";

export type HttpFigures = {
  name: Target["name"];
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers other than 2xx, and requests without any. */
  notFine: number;
  /** Of the bare route's: GET by GET, POST by POST. */
  xThroughput: number;
  xP99: number;
};

export type SoakFigures = {
  requests: number;
  perSecond: number;
  notFine: number;
  /** Resident memory in MB at ten moments, evenly spread. */
  memory: number[];
};

export type HttpMeasurement = { rounds: number; targets: HttpFigures[]; soak: SoakFigures };

const connections = 10;
const warmUpSeconds = 2;

/**
 * Drives every target in turn, several rounds over, so that whatever else the machine does falls on all
 * alike; then callbacks and status for so many requests, while memory is looked at.
 */
export async function measureHttp(
  { requests, isQuick }: { requests: number; isQuick: boolean },
  say: (line: string) => void,
): Promise<HttpMeasurement> {
  const rounds = isQuick ? 1 : 3;
  const seconds = isQuick ? 3 : 6;
  const servers = await startServers();
  try {
    const targets = await httpTargets(servers);
    const results = new Map<Target["name"], Result[]>(targets.map(({ name }) => [name, []]));
    for (const target of targets) await drive(servers, target, { duration: warmUpSeconds });
    for (let round = 1; round <= rounds; round++) {
      for (const target of targets) {
        say(`Round ${round} of ${rounds}: ${target.name}.`);
        results.get(target.name)?.push(await drive(servers, target, { duration: seconds }));
      }
    }
    say(`Soaking: ${requests} requests.`);
    return { rounds, targets: figures(results), soak: await soak(servers, targets, requests, say) };
  } finally {
    await servers.stop();
  }
}

function drive(
  servers: HttpServers,
  { server, requests }: Pick<Target, "server" | "requests">,
  until: Pick<Options, "duration" | "amount">,
): Promise<Result> {
  return autocannon({ url: servers[server].url, connections, requests, ...until });
}

function figures(results: ReadonlyMap<Target["name"], readonly Result[]>): HttpFigures[] {
  const of = (name: Target["name"], read: (result: Result) => number) =>
    median((results.get(name) ?? []).map(read));
  const perSecond = (result: Result) => result["2xx"] / result.duration;
  return [...results.keys()].map((name) => {
    const bare =
      name === "callback" || name === "form" || name === "ingest" ? "bare POST" : "bare GET";
    return {
      name,
      perSecond: of(name, perSecond),
      p50: of(name, ({ latency }) => latency.p50),
      p99: of(name, ({ latency }) => latency.p99),
      notFine: (results.get(name) ?? []).reduce((sum, one) => sum + one.non2xx + one.errors, 0),
      xThroughput: of(name, perSecond) / of(bare, perSecond),
      xP99: of(name, ({ latency }) => latency.p99) / of(bare, ({ latency }) => latency.p99),
    };
  });
}

async function soak(
  servers: HttpServers,
  targets: readonly Target[],
  amount: number,
  say: (line: string) => void,
): Promise<SoakFigures> {
  const soaked = targets.filter(({ name }) => name === "callback" || name === "status");
  const requests = soaked.flatMap((target) => target.requests);
  const memory = [await residentMegabytes(servers.app.pid)];
  const parts = 10;
  let done = 0;
  let seconds = 0;
  let notFine = 0;
  for (let part = 0; part < parts; part++) {
    const result = await drive(servers, { server: "app", requests }, { amount: amount / parts });
    done += result.requests.total;
    seconds += result.duration;
    notFine += result.non2xx + result.errors;
    const resident = await residentMegabytes(servers.app.pid);
    memory.push(resident);
    say(`${done} of ${amount} requests in ${seconds.toFixed(0)} s: ${resident.toFixed(0)} MB.`);
  }
  return { requests: done, perSecond: done / seconds, notFine, memory };
}

/** As the kernel counts it. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
}
