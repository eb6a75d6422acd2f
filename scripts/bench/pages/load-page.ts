import type { Browser } from "@playwright/test";

/** What a person with a middling telephone waits for. Times in ms. */
export type PageLoad = {
  /** When the largest part of what is in sight was there. */
  lcp: number;
  /** How far what is in sight moved about; without a unit. */
  cls: number;
  /** How long the page could not have answered a touch, in all. */
  tbt: number;
  /** Kilobytes over the wire. */
  scriptKb: number;
  allKb: number;
};

/** As Lighthouse slows a mobile page down: four times the processor, 150 ms and 1.6 Mbit a second. */
const processorRate = 4;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Loads an address once, slowed down, in a browser that has never seen it. */
export async function loadPage(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    const bytes = { script: 0, all: 0 };
    devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes.all += encodedDataLength;
      if (kinds.get(requestId) === "Script") bytes.script += encodedDataLength;
    });
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", network);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: processorRate });
    // What compiles this file gives functions their names by a helper that no page has.
    await page.addInitScript("globalThis.__name ??= (target) => target");
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "networkidle" });
    const seen = await page.evaluate(() => window.seen);
    if (seen.lcp === 0) throw new Error(`Nothing was seen of ${url}.`);
    return { ...seen, scriptKb: bytes.script / 1_024, allKb: bytes.all / 1_024 };
  } finally {
    await context.close();
  }
}

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  interface Window {
    seen: Pick<PageLoad, "lcp" | "cls" | "tbt">;
  }
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  window.seen = seen;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  observe("largest-contentful-paint", ({ startTime }) => {
    seen.lcp = startTime;
  });
  observe("layout-shift", (entry) => {
    if ("value" in entry && typeof entry.value === "number") seen.cls += entry.value;
  });
  observe("longtask", ({ duration }) => {
    seen.tbt += Math.max(duration - 50, 0);
  });
}
