import { connect } from "@/db/client";
import { manyRequests } from "@/lib/testing/many-requests";
import { startServers } from "../http/start-servers";
import { median } from "../statistics";
import { signIn } from "./sign-in";

/** How long a page took, from asking for it to its last byte, in milliseconds. */
export type PageFigures = { page: string; p50: number; slowest: number; kilobytes: number };

export type DeskFigures = { requests: number; repetitions: number; pages: PageFigures[] };

const warmUps = 3;

/** Every page of the operators', as they come to it. */
const pages = [
  "/operator",
  "/operator/requests",
  "/operator/requests?view=open",
  "/operator/requests?view=late",
  "/operator/requests?view=closed",
  "/operator/requests?state=failed&due=14",
  "/operator/requests?view=open&channel=email",
  "/operator/requests?view=late&subject=contact",
  "/operator/holds",
  "/operator/runs",
  "/operator/inbound",
  "/operator/meta-ids",
] as const;

/** Asks for each page in turn, one at a time, so that nothing but its own time is measured. */
export async function measureDesk(
  { requests, isQuick }: { requests: number; isQuick: boolean },
  say: (line: string) => void,
): Promise<DeskFigures> {
  const repetitions = isQuick ? 5 : 20;
  const servers = await startServers();
  try {
    say(`Writing ${requests} requests.`);
    const oneRequest = await fillLedger(servers.databaseUrl, requests);
    const cookie = await signIn(servers.app.url, {
      email: "operator@lethe.test",
      password: servers.password,
    });
    const figures: PageFigures[] = [];
    for (const page of [...pages, `/operator/requests/${oneRequest}`]) {
      say(`Opening ${page}.`);
      figures.push(await measurePage(`${servers.app.url}${page}`, cookie, repetitions));
    }
    return { requests, repetitions, pages: figures };
  } finally {
    await servers.stop();
  }
}

/** @returns the code of one of them. */
async function fillLedger(databaseUrl: string, requests: number): Promise<string> {
  const { db, sql, close } = connect(databaseUrl);
  try {
    await manyRequests(db, requests, new Date());
    const [one] = await sql<{ code: string }[]>`
      select confirmation_code as code from erasure_requests
      where state = 'in_review' order by received_at limit 1`;
    if (one === undefined) throw new Error("Nobody waits for people.");
    return one.code;
  } finally {
    await close();
  }
}

async function measurePage(url: string, cookie: string, repetitions: number): Promise<PageFigures> {
  const taken: number[] = [];
  let bytes = 0;
  for (let turn = -warmUps; turn < repetitions; turn += 1) {
    const asked = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (turn >= 0) taken.push(performance.now() - asked);
    if (answer.status !== 200) throw new Error(`${url} was answered ${answer.status}.`);
  }
  return {
    page: new URL(url).pathname + new URL(url).search,
    p50: median(taken),
    slowest: Math.max(...taken),
    kilobytes: bytes / 1_024,
  };
}
