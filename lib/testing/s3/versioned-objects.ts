import { randomUUID } from "node:crypto";

export type Version = { versionId: string; body: Buffer | null; modifiedAt: Date };

/** What a bucket holds: each key's versions, newest first; a delete marker has no body. */
export class VersionedObjects {
  readonly #byKey = new Map<string, Version[]>();
  #sorted: string[] | null = null;

  constructor(readonly isVersioned: boolean) {}

  put(key: string, body: Buffer, modifiedAt = new Date()): void {
    this.#add(key, body, modifiedAt);
  }

  /** The newest version's bytes, unless it is a delete marker. */
  read(key: string): Version | null {
    const [newest] = this.#byKey.get(key) ?? [];
    return newest?.body ? newest : null;
  }

  /** Hides the object where versions are kept; a version named goes for good. */
  delete(key: string, versionId?: string, modifiedAt = new Date()): void {
    if (versionId !== undefined) {
      const kept = (this.#byKey.get(key) ?? []).filter((one) => one.versionId !== versionId);
      if (kept.length > 0) this.#byKey.set(key, kept);
      else this.#byKey.delete(key);
    } else if (this.isVersioned) this.#add(key, null, modifiedAt);
    else this.#byKey.delete(key);
  }

  /** Every key with its versions from a prefix on, in order, beginning after a key. */
  *under(prefix: string, after = ""): Generator<[key: string, versions: Version[]]> {
    this.#sorted ??= [...this.#byKey.keys()].sort();
    const sorted = this.#sorted;
    for (let at = firstAtLeast(sorted, prefix > after ? prefix : after); at < sorted.length; at++) {
      const key = sorted[at] ?? "";
      if (!key.startsWith(prefix)) return;
      const versions = this.#byKey.get(key);
      if (key > after && versions !== undefined) yield [key, versions];
    }
  }

  #add(key: string, body: Buffer | null, modifiedAt = new Date()): void {
    const older = this.#byKey.get(key);
    const version = { versionId: randomUUID(), body, modifiedAt };
    if (older === undefined) this.#sorted = null;
    this.#byKey.set(key, [version, ...(this.isVersioned ? (older ?? []) : [])]);
  }
}

function firstAtLeast(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
