import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { z } from "zod";
import { wholePageHeader } from "./whole-page-header";

const Started = z.object({ request: z.instanceof(IncomingMessage) });

/**
 * Writes onto every request that this process takes whether it asks for a page as a whole.
 *
 * The framework's own scripts ask for parts of pages at the same addresses, and it hides from a proxy
 * the header by which they say so.
 */
export function stampWholePage(): void {
  subscribe("http.server.request.start", (message) => {
    const { method, headers } = Started.parse(message).request;
    headers[wholePageHeader] = method === "GET" && headers.rsc === undefined ? "yes" : "no";
  });
}
