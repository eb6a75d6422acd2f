/** The object store could not do what it was asked. Names counts and codes, never an object's bytes. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}
