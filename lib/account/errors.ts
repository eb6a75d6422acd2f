import type { ErasureErrorCode } from "@/lib/erasure";

/** Every way in which a person's own account refuses; each transport maps them once. */
export type AccountErrorCode =
  | "wrong_password"
  /** The account has no password: Meta login is its only credential. */
  | "no_password"
  /** The account has a password, which proves more than a code does. */
  | "has_password"
  /** The mailed code is wrong, too old, used, or was tried too often. */
  | "wrong_code"
  /** Tried too often in a short time; waiting helps. */
  | "too_many_attempts"
  /** Another account has the address. Said only to who has proved to read it. */
  | "address_taken"
  /** Without it nobody could sign in to the account any more. */
  | "only_login"
  /** The account is being deleted, or is gone. */
  | "account_closed";

/** A refusal by the rules of accounts. The message is for engineers and names nobody. */
export class AccountError extends Error {
  override readonly name = "AccountError";

  constructor(
    readonly code: AccountErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Why an action on one's own account did nothing. */
export type AccountRefusal = AccountErrorCode | ErasureErrorCode | "invalid_input";

/** What such an action answers. */
export type AccountResult<Value = void> =
  | { ok: true; value: Value }
  | { ok: false; code: AccountRefusal };
