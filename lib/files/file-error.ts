/** Why a file could not be stored or opened. */
export type FileErrorCode = "too_large" | "not_kept" | "still_there" | "encrypted";

/** A file could not be stored, opened or erased as asked. Says which, never whose or what. */
export class FileError extends Error {
  override readonly name = "FileError";

  constructor(
    readonly code: FileErrorCode,
    message: string,
  ) {
    super(message);
  }
}
