import { once } from "node:events";
import { createServer } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clientAddress } from "./client-address";
import { clientAddressHeader } from "./client-address-header";
import { clientNetwork } from "./client-network";
import { stampClientAddress } from "./stamp-client-address";

const socketAddress = "198.51.100.1";

test.each([
  [0, "203.0.113.7", socketAddress],
  [1, "203.0.113.7", "203.0.113.7"],
  [1, "6.6.6.6, 203.0.113.7", "203.0.113.7"],
  [2, "6.6.6.6, 203.0.113.7, 10.0.0.1", "203.0.113.7"],
  [2, "203.0.113.7", socketAddress],
  [1, "203.0.113.7:4711", "203.0.113.7"],
  [1, "[2001:db8::1]:4711", "2001:db8::1"],
  [1, "", socketAddress],
  [1, "unknown", socketAddress],
])("with %i proxies, %j comes from %s", (hops, forwardedFor, address) => {
  expect(clientAddress({ forwardedFor, socketAddress, hops })).toBe(address);
});

test("what a client writes itself changes nothing behind the configured proxies", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 3 }), (written, hops) => {
      const seen = ["203.0.113.7", "10.0.0.1", "10.0.0.2"].slice(0, hops);
      const forwardedFor = [written, ...seen].join(", ");
      expect(clientAddress({ forwardedFor, socketAddress, hops })).toBe("203.0.113.7");
    }),
  );
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  ["", "unknown"],
  ["nonsense", "unknown"],
])("%j is counted as %s", (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

test("a request is stamped with where it comes from, over what it says", async () => {
  stampClientAddress(0);
  const server = createServer(({ headers }, response) => {
    response.end(`${headers[clientAddressHeader]}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("There is no port.");
    const answer = await fetch(`http://127.0.0.1:${address.port}`, {
      headers: { [clientAddressHeader]: "6.6.6.6", "x-forwarded-for": "6.6.6.6" },
    });
    expect(await answer.text()).toBe("127.0.0.1");
  } finally {
    server.close();
  }
});
