/** What is sent; `own` is what stands in it that is the asker's alone, and may come back as it was sent. */
export type Ask = { path: string; init?: RequestInit; own?: readonly string[] };

/** What came back, without what differs in any two answers, and after how many milliseconds. */
export type Heard = { milliseconds: number; answer: string };

/** Differ in any two answers to the same: when it was, which it was, and what lets its own scripts run. */
export const differing = [
  "date",
  "x-request-id",
  "the nonce",
  "a code or cookie made for the answer",
];

/** Asks, and waits for the last byte. */
export async function ask(origin: string, { path, init = {}, own = [] }: Ask): Promise<Heard> {
  const started = performance.now();
  const response = await fetch(new URL(path, origin), { redirect: "manual", ...init });
  const body = await response.text();
  const milliseconds = performance.now() - started;

  const headers = [...response.headers]
    .filter(([name]) => name !== "date" && name !== "x-request-id")
    .map(([name, value]) => `${name}: ${name === "set-cookie" ? cookieName(value) : value}`);
  const whole = [response.status, ...headers, "", body].join("\n");
  return { milliseconds, answer: withoutOwn(withoutChance(whole), own) };
}

function cookieName(cookie: string): string {
  return cookie.replace(/=[^;]*/, "=");
}

function withoutChance(text: string): string {
  return text
    .replace(/'nonce-[^']+'|nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"\\]*\\"/g, "NONCE")
    .replace(/(status\/|confirmation_code":"|confirmationCode":")[A-Za-z0-9]{20}/g, "$1CODE")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT");
}

function withoutOwn(text: string, own: readonly string[]): string {
  return own.reduce((left, one) => left.replaceAll(one, "OWN"), text);
}
