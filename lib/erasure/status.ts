/** What the public may know of a request: states, dates and counts; never who. */

export type RequestState =
  | "unverified"
  | "verified"
  | "in_review"
  | "scheduled"
  | "on_hold"
  | "purging"
  | "verifying"
  | "completed"
  | "completed_with_retentions"
  | "failed"
  | "refused"
  | "cancelled"
  | "expired";

export type RefusalReason =
  | "no_matching_data"
  | "not_authorised"
  | "identity_not_verified"
  | "sole_owner"
  | "ask_the_controller"
  | "legal_obligation"
  | "legal_claims";

/** Why an answer takes longer than was promised at receipt. */
export type ExtensionReason = "complexity" | "number_of_requests" | "more_proof_needed";

/** Why an operator's act is refused, where its code alone would not tell them. */
export type ActRefusal =
  /** The policy profile does not provide for it. */
  | "not_offered"
  /** A deadline is extended once and no more. */
  | "already_extended"
  /** The time in which it may be done is over (GDPR 12(3)). */
  | "too_late"
  /** Nobody left an address to write to. */
  | "no_address"
  /** The last question has not been answered yet. */
  | "already_asked"
  /** The two requests are not about the same subject, or not in this order. */
  | "not_a_duplicate"
  /** All purges are paused. */
  | "paused";

/** What a reply link leads to: a question, or why nothing can be answered there. */
export type QuestionDescription =
  | { state: "open"; confirmationCode: string; subjectKind: SubjectKind; text: string }
  | { state: "answered" | "expired" | "closed"; confirmationCode: string }
  | { state: "unknown" };

/**
 * What people look at before a verified request is scheduled: that somebody may act for another,
 * that the data is theirs, or to which business the request has to be passed on.
 */
export type Review = "authorisation" | "identity" | "forwarding";

export type SubjectKind = "workspace" | "contact" | "account" | "meta_user";

export type TimelineEntry = { state: RequestState; at: Date };

/** Rows of one category of data: how many the plan found, and how many are done. */
export type CategoryProgress = { category: string; planned: number; done: number };

/** Stored files: how many were known when the run came to them, and how many have lost their bytes. */
export type FileProgress = { planned: number; done: number };

/** Rows kept: on which retention of the policy, and until when the last of them is kept. */
export type RetainedCategory = {
  category: string;
  retention: string;
  rows: number;
  until: Date | null;
};

/**
 * What was asked of another system that had received the data, and how many of it are done, were gone
 * already, could not be done (and why, as a code), or are still to be asked.
 */
export type RecipientOutcome = {
  recipient: string;
  act: string;
  done: number;
  alreadyGone: number;
  failed: number;
  open: number;
  reason: string | null;
  lastAt: Date | null;
  /** Until when what telling it again takes is kept, sealed; null where nothing is. */
  keptUntil: Date | null;
};

export type RequestStatus = {
  confirmationCode: string;
  state: RequestState;
  subjectKind: SubjectKind;
  refusalReason: RefusalReason | null;
  receivedAt: Date;
  acknowledgeBy: Date;
  dueAt: Date;
  /** Why the deadline was moved, once, and which day had been promised before. */
  extension: { reason: ExtensionReason; firstDueAt: Date } | null;
  verifiedAt: Date | null;
  purgeAfter: Date | null;
  closedAt: Date | null;
  /** When the last encrypted backup will have rolled off; null where none are kept. */
  backupsGoneBy: Date | null;
  /** When none of them was left. */
  backupsGoneAt: Date | null;
  policyVersion: string;
  timeline: TimelineEntry[];
  progress: CategoryProgress[];
  /** Null where there were none. */
  files: FileProgress | null;
  retained: RetainedCategory[];
  recipients: RecipientOutcome[];
};

/** What erasing chosen contacts would do now; rows may be projected from those of some of them. */
export type ContactsPreview = Pick<ErasurePreview, "erased" | "retained"> & {
  contacts: number;
  isProjected: boolean;
};

/** Why contacts that were chosen are not erased and will not be. */
export type SparedReason = RefusalReason | "cancelled" | "expired";

/**
 * How far the erasure of contacts chosen together has come. `erased` are gone for good; `gone` had
 * vanished before, and `elsewhere` another request had begun to erase.
 */
export type ContactsErasureStatus = {
  state: "scheduled" | "running" | "on_hold" | "failed" | "ended";
  contacts: number;
  erased: number;
  gone: number;
  elsewhere: number;
  /** Whom a legal hold keeps for now: how many, and the names of the first of them. */
  held: { contacts: number; names: string[] };
  /** Of requests that came to nothing; whom they were about is not kept. */
  spared: { reason: SparedReason; contacts: number }[];
  purgeAfter: Date | null;
  chosenAt: Date;
  endedAt: Date | null;
  progress: CategoryProgress[];
  /** One for each request that it became. */
  confirmationCodes: string[];
};

/** What an erasure would do now, in exact rows by category. */
export type ErasurePreview = {
  erased: { category: string; rows: number }[];
  /** Rows of others that stay, without what names the subject. */
  detached: { category: string; rows: number }[];
  retained: RetainedCategory[];
};

/** What the mail provider reports of a mail that was sent. */
export type MailReport = "delivered" | "suppressed" | "failed" | "bounced" | "complained";

/** A mail that a request owed, as an operator sees it: what it was, and what became of it. */
export type RequestMail = {
  message: string;
  state: "queued" | "sent" | "failed";
  errorCode: string | null;
  queuedAt: Date;
  sentAt: Date | null;
  report: { kind: MailReport; at: Date } | null;
};
