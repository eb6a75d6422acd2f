import { chromium } from "@playwright/test";
import { findChromium } from "../../find-chromium";
import { startServers } from "../http/start-servers";
import { median } from "../statistics";
import { loadPage, type PageLoad } from "./load-page";
import { servePlainly } from "./plain-page";

export type PageFigures = PageLoad & { name: string };

const measures = ["lcp", "cls", "tbt", "scriptKb", "allKb"] as const;

/**
 * Loads each public page as a telephone would, in turn and several rounds over, beside the policy page
 * written as plain HTML, which comes first.
 */
export async function measurePages(
  { isQuick }: { isQuick: boolean },
  say: (line: string) => void,
): Promise<PageFigures[]> {
  const rounds = isQuick ? 1 : 5;
  await using started = new AsyncDisposableStack();
  const servers = await startServers();
  started.defer(servers.stop);
  const policy = `${servers.app.url}/en/data-deletion`;
  const plain = await servePlainly(policy);
  started.defer(async () => void (await plain.stop()));
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  started.defer(() => browser.close());

  const pages = [
    { name: "policy as plain HTML", url: plain.url },
    { name: "policy and form", url: policy },
    { name: "policy in Arabic", url: `${servers.app.url}/ar/data-deletion` },
    { name: "verification", url: `${servers.app.url}/en/data-deletion/verify` },
    { name: "receipt check", url: `${servers.app.url}/en/data-deletion/receipt` },
    { name: "sign-in", url: `${servers.app.url}/sign-in` },
  ];
  const loads = new Map<string, PageLoad[]>(pages.map(({ name }) => [name, []]));
  for (const { url } of pages) await loadPage(browser, url);
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}.`);
    for (const { name, url } of pages) loads.get(name)?.push(await loadPage(browser, url));
  }
  return pages.map(({ name }) => ({ name, ...medians(loads.get(name) ?? []) }));
}

function medians(loads: readonly PageLoad[]): PageLoad {
  const of = (measure: (typeof measures)[number]) => median(loads.map((load) => load[measure]));
  return {
    lcp: of("lcp"),
    cls: of("cls"),
    tbt: of("tbt"),
    scriptKb: of("scriptKb"),
    allKb: of("allKb"),
  };
}
