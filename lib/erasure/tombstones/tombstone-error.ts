/**
 * What is wrong with what was found outside the database: changed or signed by others, with one
 * missing, or not the history of this database.
 */
export type TombstoneErrorCode = "forged" | "gap" | "other_history";

/** The tombstones outside the database cannot be trusted. The message is for operators, and names nobody. */
export class TombstoneError extends Error {
  override readonly name = "TombstoneError";

  constructor(
    readonly code: TombstoneErrorCode,
    message: string,
  ) {
    super(message);
  }
}
