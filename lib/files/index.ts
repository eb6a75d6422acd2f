/** Files: bytes in the object store, and the rows that lead to them. */
export { eraseObject } from "./erase-object";
export { FileError, type FileErrorCode } from "./file-error";
export type { FileOwner, FileRef } from "./file-owner";
export type { FilesContext } from "./files-context";
export { type OpenedFile, openObject, signedUrl } from "./open-object";
export { type FileToStore, storeBytes, storeObject } from "./store-object";
export { sweepFiles } from "./sweep-files";
