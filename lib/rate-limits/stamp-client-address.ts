import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { z } from "zod";
import { clientAddress } from "./client-address";
import { clientAddressHeader } from "./client-address-header";

const Started = z.object({ request: z.instanceof(IncomingMessage) });

/**
 * Writes onto every request that this process takes whom it comes from, over whatever it says itself.
 *
 * The framework hands no connection to its routes, and what it puts into `x-forwarded-for` the
 * client may have written; Node tells of each request before anybody else is given it.
 */
export function stampClientAddress(hops: number): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = Started.parse(message);
    request.headers[clientAddressHeader] = clientAddress({
      forwardedFor: `${request.headers["x-forwarded-for"] ?? ""}`,
      socketAddress: request.socket.remoteAddress ?? "",
      hops,
    });
  });
}
