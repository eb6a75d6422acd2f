import { StorageError } from "./storage-error";

/** Steps of letters, digits and little else, none of which is empty or begins with a dot: S3's own limit. */
const plain = /^(?!.{1025})\w[\w.=-]*(\/\w[\w.=-]*)*$/;

/**
 * A key as it is. Between us and the store there are libraries, proxies and servers of which some tidy up
 * paths, decode, or cut: what could be another object to one of them is no key.
 *
 * @throws StorageError, which does not quote it.
 */
export function plainKey(key: string): string {
  if (!plain.test(key)) throw new StorageError("This is no key of an object.");
  return key;
}

/** A key's beginning, as {@link plainKey}; never the beginning of every key. */
export function plainPrefix(prefix: string): string {
  plainKey(prefix.endsWith("/") ? prefix.slice(0, -1) : prefix);
  return prefix;
}
