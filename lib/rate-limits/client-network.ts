import { isIPv4, isIPv6 } from "node:net";

/**
 * What is counted as one client: an IPv4 address, or the 64 bits of an IPv6 address that a single
 * connection is given.
 *
 * @returns "unknown" for what is no address: all of those are one client.
 */
export function clientNetwork(address: string): string {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return "unknown";
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;

  const [before = "", after] = address.split("%")[0]?.split("::") ?? [];
  const [head, tail] = [groupsOf(before), groupsOf(after ?? "")];
  const skipped = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: skipped }, () => "0"), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** An IPv4 address at the end stands for two groups; neither is among the first four that count. */
function groupsOf(part: string): string[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}
