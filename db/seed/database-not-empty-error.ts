/** The database already has rows, which a seed must not be mixed into. */
export class DatabaseNotEmptyError extends Error {
  readonly code = "database_not_empty";

  constructor(readonly tableName: string) {
    super(`The database is not empty: ${tableName} has rows. Seed a fresh database instead.`);
    this.name = "DatabaseNotEmptyError";
  }
}
