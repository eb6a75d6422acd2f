import type { Readable } from "node:stream";

/** One object as a listing names it. */
export type ListedObject = { key: string; sizeBytes: number; modifiedAt: Date };

/** A key of which something is kept: the object itself, or only what is hidden behind it. */
export type KeptKey = { key: string; modifiedAt: Date; isCurrent: boolean };

/** What a download may be told about itself; the store repeats it to the browser. */
export type DownloadOptions = { validSeconds: number; mimeType: string; fileName?: string };

/**
 * The object store: bytes by key, in one bucket. Keys carry opaque ids and never personal data.
 *
 * A key is made of letters, digits, `-`, `_`, `=`, `.` and `/`; anything else is refused, wherever it came from.
 * Every call is timed out and retried with back-off while the store is busy (429, 503 SlowDown).
 * What it could not do it throws: StorageError, or the SDK's own error as its cause.
 */
export type ObjectStore = {
  /** Uploads a whole object, of whatever length, replacing what was there: above 16 MiB in parts. */
  put(
    key: string,
    body: Readable | Uint8Array,
    options?: { mimeType?: string; signal?: AbortSignal },
  ): Promise<void>;
  /**
   * Uploads a small object under a key that has none, and leaves one that is there. Where the store
   * knows no conditions it replaces, too: who must not, looks first.
   *
   * @returns false when one is there.
   */
  putNew(key: string, body: Uint8Array, options?: { mimeType?: string }): Promise<boolean>;
  /** Opens an object to be read; null when there is none. A broken download errors its stream. */
  get(key: string): Promise<{ body: Readable; sizeBytes: number } | null>;
  /** The size of an object, null when there is none. */
  head(key: string): Promise<{ sizeBytes: number } | null>;
  /** An address that opens one object to whoever has it, for a short time, and is not cached. */
  signedUrl(key: string, options: DownloadOptions): Promise<string>;
  /**
   * Erases objects with all their versions, by bulk deletes where the endpoint takes them. Keys that
   * are gone already count as done: repeatable.
   */
  erase(keys: readonly string[], signal?: AbortSignal): Promise<void>;
  /**
   * Erases up to 1,000 of what lies under a prefix: objects, versions, delete markers, parts of
   * uploads that never ended. Repeat until it says 0.
   *
   * @returns how many it erased.
   */
  erasePage(prefix: string, signal?: AbortSignal): Promise<number>;
  /**
   * How many of these prefixes, from the first on, hold nothing, old versions and unfinished uploads
   * included, as far as one look tells. They are in order, and end in a slash.
   */
  leadingEmpty(prefixes: readonly string[], signal?: AbortSignal): Promise<number>;
  /** How much is left under a prefix, old versions and unfinished uploads included; counts to 1,000. */
  countLeft(prefix: string, signal?: AbortSignal): Promise<number>;
  /** Whether nothing of one object is left, asked of the store itself. */
  isGone(key: string, signal?: AbortSignal): Promise<boolean>;
  /** Lists current objects by key, in pages. */
  pages(options: { prefix: string; after?: string }): AsyncIterable<ListedObject[]>;
  /** Lists every key of which something is kept, hidden versions and delete markers included. */
  allPages(prefix: string): AsyncIterable<KeptKey[]>;
  /** Lists uploads in parts that never ended. */
  uploadPages(prefix: string): AsyncIterable<{ key: string; startedAt: Date }[]>;
};
