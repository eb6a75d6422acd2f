/** Why a policy profile cannot be kept; each has a sentence that says what is wrong and with what. */
export type ContradictionCode =
  | "not_a_figure"
  | "not_a_date"
  | "no_version"
  | "grace_outlasts_deadline"
  | "acknowledged_after_completion"
  | "link_outlasts_request"
  | "backups_outlast_deadline"
  | "no_way_to_ask"
  | "channel_without_address"
  | "address_without_channel"
  | "questions_without_form"
  | "not_an_address"
  | "proof_too_weak"
  | "proof_of_nobody"
  | "revocation_without_meta"
  | "retention_that_no_table_has"
  | "retention_without_terms"
  | "ground_unknown"
  | "law_broken"
  | "not_built"
  | "not_written";

export type Contradiction = { code: ContradictionCode; sentence: string };
