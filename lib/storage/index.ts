/** Object storage: one driver, S3's protocol. */
export { contentDisposition } from "./content-disposition";
export { createObjectStore } from "./create-object-store";
export type { DownloadOptions, ListedObject, ObjectStore } from "./object-store";
export type { StorageSettings } from "./s3-client";
export { StorageError } from "./storage-error";
