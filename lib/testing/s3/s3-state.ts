import type { VersionedObjects } from "./versioned-objects";

/** Uploads in parts that have begun and not ended, by their id. */
export type Uploads = Map<string, { key: string; parts: Map<number, Buffer> }>;

/** What the test's store holds. */
export type S3State = { objects: VersionedObjects; uploads: Uploads };
