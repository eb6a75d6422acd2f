import type { Bucket } from "./bucket";
import { listFolder, listUploads } from "./list-folder";

/**
 * How many of these prefixes, from the first on, hold nothing, as far as one look at the store tells:
 * no objects, no old versions, no unfinished uploads. 0 where the first holds something.
 *
 * Prefixes are in order and end in a slash. Those that lie in one folder are looked at together: a
 * listing of the folder from the first on proves every one empty that it passes without a name.
 *
 * @throws StorageError for a store that lists in no order: nothing is proved by it.
 */
export async function leadingEmpty(bucket: Bucket, prefixes: readonly string[]): Promise<number> {
  const [first] = prefixes;
  if (first === undefined) return 0;
  const folder = folderOf(first);
  const another = prefixes.findIndex((prefix) => folderOf(prefix) !== folder);
  const siblings = another === -1 ? prefixes : prefixes.slice(0, another);
  // Before all that is under the first: stores differ in whether a folder comes after its own name.
  const from =
    siblings.length === 1 ? { prefix: first } : { prefix: folder, after: first.slice(0, -1) };
  const passed = [];
  for (const list of [listFolder, listUploads])
    passed.push(passedBy(await list(bucket, from), siblings));
  return Math.min(...passed);
}

function folderOf(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
}

function passedBy(
  { names, isWhole }: Awaited<ReturnType<typeof listFolder>>,
  prefixes: readonly string[],
): number {
  let at = 0;
  const held = prefixes.findIndex((prefix) => {
    while (at < names.length && (names[at] ?? "") < prefix) at++;
    const next = names[at];
    return next === undefined ? !isWhole : next.startsWith(prefix);
  });
  return held === -1 ? prefixes.length : held;
}
