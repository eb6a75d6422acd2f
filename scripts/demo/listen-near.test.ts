import { createServer } from "node:http";
import getPort from "get-port";
import { expect, test } from "vitest";
import { listenNear } from "./listen-near";

test("the first server has the port that was asked for, and whoever comes at the same time another", async () => {
  const port = await getPort({ host: "127.0.0.1" });
  const servers = [1, 2, 3].map((name) =>
    createServer((_request, response) => response.end(`${name}`)),
  );

  const ports = await Promise.all(servers.map((server) => listenNear(server, port)));

  expect(ports[0]).toBe(port);
  expect(new Set(ports).size).toBe(3);
  const answers = ports.map(async (at) => (await fetch(`http://127.0.0.1:${at}`)).text());
  expect(await Promise.all(answers)).toEqual(["1", "2", "3"]);
  for (const server of servers) server.close();
});

test("whoever may not listen at all is told why", async () => {
  const server = createServer();
  await expect(listenNear(server, -1)).rejects.toThrow(RangeError);
});
