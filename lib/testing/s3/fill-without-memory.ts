import type { S3Server } from "./s3-server";

/** Long, as real ones are, so that whoever keeps them is noticed. */
const filling = "x".repeat(250);

/**
 * Lets a server have so many objects under a prefix without holding one: each is made up when it is listed,
 * in the order of its number, and they are deleted in that order.
 *
 * @returns how many are left.
 */
export function fillWithoutMemory(server: S3Server, many: number, prefix: string): () => number {
  const keyAt = (at: number) => `${prefix}${String(at).padStart(8, "0")}-${filling}`;
  const numberOf = (key: string) => Number(key.slice(prefix.length, prefix.length + 8));
  const modifiedAt = new Date(0);
  let gone = 0;
  server.objects.under = function* (under, after = "") {
    if (!prefix.startsWith(under) && !under.startsWith(prefix)) return;
    for (let at = after === "" ? gone : numberOf(after) + 1; at < many; at++) {
      yield [keyAt(at), [{ versionId: "1", body: Buffer.alloc(0), modifiedAt }]];
    }
  };
  server.objects.delete = (key) => {
    if (key !== keyAt(gone)) throw new RangeError("It is not the next to go.");
    gone++;
  };
  return () => many - gone;
}
