import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Takes what is exported by OTLP over HTTP, and keeps it as it came. */
export type SpanReceiver = {
  url: string;
  /** The bodies that came to a path, as text: names and values stand in them as they are. */
  received(path: string): string[];
  close(): Promise<void>;
};

export async function startSpanReceiver(): Promise<SpanReceiver> {
  const bodies: { path: string; text: string }[] = [];
  const server = createServer(async (request, response) => {
    bodies.push({ path: request.url ?? "", text: (await buffer(request)).toString("latin1") });
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received: (path) => bodies.filter((one) => one.path === path).map(({ text }) => text),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
