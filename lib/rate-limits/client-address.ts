import { isIP } from "node:net";

/**
 * The address of whoever sent a request: as the outermost of the trusted proxies saw it.
 *
 * Each proxy adds the address it was called from at the end, so only the last `hops` entries are
 * facts; whatever stands before them is the client's own writing and is not read.
 *
 * @param forwardedFor the header that proxies write, as it came in.
 * @param socketAddress where the connection comes from: the client without a proxy, else the last one.
 */
export function clientAddress({
  forwardedFor,
  socketAddress,
  hops,
}: {
  forwardedFor: string;
  socketAddress: string;
  hops: number;
}): string {
  if (hops === 0) return socketAddress;
  const entries = forwardedFor.split(",").map((entry) => entry.trim());
  const address = withoutPort(entries.at(-hops) ?? "");
  return isIP(address) === 0 ? socketAddress : address;
}

/** Some proxies add the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]+)\]/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}
