import { startServers } from "../http/start-servers";
import { median, percentile } from "../statistics";
import { ask, type Heard } from "./ask";
import { makeKnownPeople } from "./known-people";
import { type Question, questions } from "./questions";
import { type RankTest, rankTest } from "./rank-test";

type Times = { median: number; p95: number };

export type OracleFigures = {
  name: string;
  isSigned: boolean;
  tries: number;
  /** Status, headers and body, but for what differs in any two answers. */
  isSameAnswer: boolean;
  known: Times;
  unknown: Times;
} & RankTest;

const warmUps = 20;

/**
 * Asks each question about somebody known and somebody unknown in turn, so many times, and compares what is
 * answered, and when. Who of the two is asked about first is left to chance each time.
 */
export async function measureOracle(
  { isQuick }: { isQuick: boolean },
  say: (line: string) => void,
): Promise<OracleFigures[]> {
  const tries = isQuick ? 100 : 1_000;
  const webhookSecret = `whsec_${Buffer.alloc(24, 5).toString("base64")}`;
  // All that is asked comes from one client, who is not to be stopped by the limits.
  Object.assign(process.env, {
    RATE_LIMIT_FACTOR: "1000000",
    RESEND_WEBHOOK_SECRET: webhookSecret,
  });
  await using started = new AsyncDisposableStack();
  const servers = await startServers();
  started.defer(servers.stop);
  const count = warmUps + tries;
  const { phoneNumberId } = await makeKnownPeople(servers.databaseUrl, count);

  const figures: OracleFigures[] = [];
  for (const question of await questions({ servers, phoneNumberId, webhookSecret }, count)) {
    say(`${question.name}.`);
    figures.push(await compare(servers.app.url, question, tries));
  }
  return figures;
}

async function compare(
  origin: string,
  { name, known, unknown, isSigned = false }: Question,
  tries: number,
): Promise<OracleFigures> {
  const heard = { known: [] as Heard[], unknown: [] as Heard[] };
  for (let at = 0; at < warmUps + tries; at++) {
    const isKnownFirst = Math.random() < 0.5;
    const about = {
      known: async () => heard.known.push(await ask(origin, known(at))),
      unknown: async () => heard.unknown.push(await ask(origin, unknown(at))),
    };
    await (isKnownFirst ? about.known() : about.unknown());
    await (isKnownFirst ? about.unknown() : about.known());
  }
  const times = (all: readonly Heard[]) => all.slice(warmUps).map((one) => one.milliseconds);
  const [ofKnown, ofUnknown] = [times(heard.known), times(heard.unknown)];
  const answers = new Set([...heard.known, ...heard.unknown].map(({ answer }) => answer));
  return {
    name,
    isSigned,
    tries,
    isSameAnswer: answers.size === 1,
    known: { median: median(ofKnown), p95: percentile(ofKnown, 95) },
    unknown: { median: median(ofUnknown), p95: percentile(ofUnknown, 95) },
    ...rankTest(ofUnknown, ofKnown),
  };
}
