import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The page at an address, as somebody would write it by hand: its text and its styles in one file, no
 * script, no font to load.
 */
export async function servePlainly(address: string) {
  const html = await writtenByHand(address);
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function writtenByHand(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([tag]) => tag);
  const styles = await Promise.all(
    sheets.map(async (tag) => {
      const href = /href="([^"]+)"/.exec(tag)?.[1];
      return href === undefined ? "" : await (await fetch(new URL(href, address))).text();
    }),
  );
  const withoutFonts = styles.join("\n").replaceAll(/@font-face\s*\{[^}]*\}/g, "");
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replaceAll(/<link[^>]+rel="(?:stylesheet|preload|modulepreload)"[^>]*>/g, "")
    .replace("</head>", () => `<style>${withoutFonts}</style></head>`);
}
