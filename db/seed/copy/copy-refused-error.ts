/** The server took the rows of a table and then refused them: a key that is missing or not unique. */
export class CopyRefusedError extends Error {
  readonly code = "copy_refused";

  constructor(
    readonly tableName: string,
    options?: ErrorOptions,
  ) {
    super(`PostgreSQL refused rows for ${tableName}; its log names the constraint.`, options);
    this.name = "CopyRefusedError";
  }
}
