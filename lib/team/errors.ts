/** Every way in which a team refuses; each transport maps them once. */
export type TeamErrorCode =
  /** The actor is not on the team, or may not do this in their role. */
  | "not_authorised"
  /** Owners, and making somebody one, are the owners' own matter: admins may not. */
  | "owners_only"
  /** A workspace is never left without an owner. */
  | "last_owner"
  /** There is no such member or invitation in this workspace. */
  | "not_found"
  | "already_member"
  /** Too many invitations are open, or went to one address. */
  | "too_many_invitations"
  /** The invitation was withdrawn, was accepted, or is too old. */
  | "invitation_closed"
  /** Who is signed in has another address than the invited one. */
  | "wrong_account"
  /** The address has an account: its owner signs in and accepts. */
  | "account_exists"
  /** The workspace is being deleted, or is gone. */
  | "workspace_closed"
  /** An export of the same is under way. */
  | "already_exporting"
  /** The contact is being deleted, or is gone. */
  | "contact_closed";

/** A refusal by the rules of teams. The message is for engineers and names nobody. */
export class TeamError extends Error {
  override readonly name = "TeamError";

  constructor(
    readonly code: TeamErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Why an action on a team did nothing. */
export type TeamRefusal = TeamErrorCode | "invalid_input";

/** What such an action answers. */
export type TeamResult<Value = void> =
  | { ok: true; value: Value }
  | { ok: false; code: TeamRefusal };
