/** Why a snapshot cannot be restored. */
export type SnapshotErrorCode = "not_found" | "not_empty" | "not_a_snapshot";

/** A snapshot could not be restored, and nothing was. The message is for operators and names nobody. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";

  constructor(
    readonly code: SnapshotErrorCode,
    message: string,
  ) {
    super(message);
  }
}
