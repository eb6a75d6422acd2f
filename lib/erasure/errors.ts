/** Every way in which the domain refuses; each transport maps them once. */
export type ErasureErrorCode =
  /** The actor may not ask for this. Nothing was compared, read out or changed. */
  | "not_authorised"
  /** The policy profile does not offer this way to ask. */
  | "channel_closed"
  /** The typed slug is not the workspace's. */
  | "slug_mismatch"
  /** A workspace would be left without an owner: it has to be handed over or deleted first. */
  | "sole_owner"
  /** The subject has an open request already; its status says where it stands. */
  | "already_requested"
  /** As many contacts as were typed back do not match any more, or never did. */
  | "count_mismatch"
  | "not_found"
  /** The request's state does not allow it, or somebody else just changed it. */
  | "wrong_state"
  /** A legal hold forbids it for now. */
  | "on_hold";

/** A refusal by the domain's own rules. The message is for engineers and names nobody. */
export class ErasureError extends Error {
  readonly code: ErasureErrorCode;

  constructor(code: ErasureErrorCode, message: string) {
    super(message);
    this.name = "ErasureError";
    this.code = code;
  }
}
