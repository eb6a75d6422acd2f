import type { ControllerRefusal, ControllerTaskState } from "../controllers/schemas";
import type { ErasureErrorCode } from "../errors";
import type {
  ActRefusal,
  ErasurePreview,
  ExtensionReason,
  RefusalReason,
  RequestState,
  SubjectKind,
} from "../status";

/** What an operator's act answers: a value, a refusal, or what is wrong with the input. */
export type OperatorResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: OperatorRefusal }
  | { ok: false; code: "invalid_input"; issues: { path: string; message: string }[] };

/** `sign_in_again`: the password was typed too long ago for something that destroys. */
export type OperatorRefusal =
  | ErasureErrorCode
  | ActRefusal
  | "sign_in_again"
  | "wrong_password"
  | "too_many_attempts";

/** What operators may know of requests without opening what is sealed: it names nobody. */

export type RequestChannel =
  | "workspace_settings"
  | "account_settings"
  | "crm"
  | "form"
  | "email"
  | "meta_callback"
  | "meta_deauthorize"
  | "operator";

export type RequesterKind =
  | "workspace_admin"
  | "account_holder"
  | "representative"
  | "end_customer"
  | "meta"
  | "operator";

export type ActorKind = "owner" | "admin" | "agent" | "requester" | "meta" | "operator" | "system";

/** One request in the queue. */
export type QueueRow = {
  id: string;
  confirmationCode: string;
  state: RequestState;
  channel: RequestChannel;
  requesterKind: RequesterKind;
  subjectKind: SubjectKind;
  receivedAt: Date;
  dueAt: Date;
  isExtended: boolean;
  closedAt: Date | null;
};

/** The queue's filters, as an address says them. */
export type QueueChoice = {
  view: "todo" | "open" | "late" | "closed";
  state: Exclude<RequestState, "verified"> | null;
  channel: RequestChannel | null;
  subject: SubjectKind | null;
  due: "3" | "7" | "14" | null;
};

export type QueuePage = {
  rows: QueueRow[];
  /** Where the next page begins; null on the last. */
  next: string | null;
};

/** How much there is: by state, and how much of it is late. */
export type QueueCounts = {
  byState: Readonly<Partial<Record<RequestState, number>>>;
  late: number;
};

export type ActKind =
  | "identity_verified"
  | "details_opened"
  | "question_asked"
  | "question_answered"
  | "deadline_extended"
  | "deadline_moved"
  | "started_early"
  | "retried"
  | "merged"
  | "hold_placed"
  | "hold_released"
  | "purges_paused"
  | "purges_resumed"
  | "approved"
  | "refused"
  | "cancelled"
  | "told_again";

/** What happened to a request, in order: a change of its state, or something that people did. */
export type CaseEvent = { id: string; at: Date; by: ActorKind; operator: string | null } & (
  | { type: "state"; from: RequestState | null; to: RequestState }
  | { type: "act"; act: ActKind; detail: Readonly<Record<string, unknown>> }
);

export type CaseStep = {
  table: string;
  category: string;
  action: "erase" | "detach" | "blank" | "retain";
  state: "pending" | "running" | "done";
  planned: number;
  done: number;
};

/** A place in which something was left: a table, perhaps a column, and how many rows; no values. */
export type ResiduePlace = { kind: string; table: string; column: string | null; rows: number };

export type CaseRun = {
  state: "purging" | "verifying" | "done" | "failed";
  startedAt: Date;
  purgedAt: Date | null;
  endedAt: Date | null;
  retryAfter: Date | null;
  isHeld: boolean;
  steps: CaseStep[];
  files: CaseFiles[];
  residue: ResiduePlace[];
};

/** The files of one of a run's subjects; what the object store answered last where it would not. */
export type CaseFiles = {
  state: CaseStep["state"];
  planned: number;
  done: number;
  failures: number;
  lastError: string | null;
};

export type HoldBasis = "court_order" | "dispute" | "investigation";

/** A legal hold as the desk shows it: on what, not on whom. */
export type HoldRow = {
  id: string;
  subjectKind: "workspace" | "account" | "contact";
  subjectId: string;
  /** The slug of the workspace that it is on, or in; null once that is gone. */
  workspaceSlug: string | null;
  /** How many were held by the same act, this one included. */
  contacts: number;
  category: string | null;
  basis: string;
  reference: string;
  placedBy: string | null;
  placedAt: Date;
  expiresAt: Date | null;
  releasedAt: Date | null;
  /** Requests that wait for it. */
  stopped: string[];
};

/** A business that a customer's request was forwarded to, and what it has answered. */
export type AskedController = {
  id: string;
  /** Null once the workspace is gone. */
  workspaceSlug: string | null;
  /** By what its contact was found: an address that was proved, or a number that is only claimed. */
  matchedBy: "email" | "phone";
  state: ControllerTaskState;
  refusalReason: ControllerRefusal | null;
  dueAt: Date;
  endedAt: Date | null;
};

/** What an operator may do to a request as it stands. */
export type DeskAct =
  | "verify_identity"
  | "approve"
  | "ask"
  | "refuse"
  | "extend"
  | "hold"
  | "start"
  | "retry"
  | "cancel"
  | "merge";

export type RequestCase = QueueRow & {
  subjectId: string | null;
  refusalReason: RefusalReason | null;
  acknowledgeBy: Date;
  firstDueAt: Date | null;
  extensionReason: ExtensionReason | null;
  verifiedAt: Date | null;
  purgeAfter: Date | null;
  policyProfile: string;
  policyVersion: string;
  mergedInto: string | null;
  /** Whether what was asked can still be read. */
  isSealed: boolean;
  events: CaseEvent[];
  questions: { askedAt: Date; expiresAt: Date; answeredAt: Date | null }[];
  holds: HoldRow[];
  run: CaseRun | null;
  controllers: AskedController[];
  /** Open requests that may ask for the same. */
  duplicates: QueueRow[];
  acts: DeskAct[];
};

/** A file that was handed in with a request. */
export type CaseProof = { id: string; mimeType: string; sizeBytes: number | null; createdAt: Date };

/** What somebody wrote, opened for one operator. Nobody has checked what answers say. */
export type CaseDetails = {
  fields: { name: string; value: string }[];
  questions: { text: string; answer: string | null }[];
  candidates: Candidate[];
};

/** Somebody or something that a request may be about. */
export type Candidate = {
  kind: SubjectKind;
  subjectId: string;
  workspaceId: string | null;
  label: string;
  /** What speaks for or against it. */
  notes: CandidateNote[];
};

export type CandidateNote =
  | "same_address"
  /** By an address that stands in what the requester wrote. */
  | "named"
  | "same_phone"
  | "same_meta_login"
  | "owner"
  | "admin"
  | "agent"
  | "not_a_member"
  | "sole_owner"
  | "meta_login_only";

/** What an erasure would take now, and what of it legal holds would keep back. */
export type CasePreview =
  | { outcome: "ready"; preview: ErasurePreview; heldBack: { category: string; rows: number }[] }
  | { outcome: "refuse"; reason: RefusalReason }
  | { outcome: "review" }
  /** Another request is erasing the same person. */
  | { outcome: "wait" };

/** How long half of a week's requests took at most, and nine in ten; null where there were none. */
export type WeeklySpan = { week: Date; median: number | null; slowest: number | null };

export type Overview = {
  received: { week: Date; byChannel: Readonly<Partial<Record<RequestChannel, number>>> }[];
  /** In hours from receipt. */
  acknowledged: WeeklySpan[];
  /** In days from receipt. */
  completed: WeeklySpan[];
  promise: { acknowledgeHours: number; completeDays: number };
  counts: QueueCounts;
  late: QueueRow[];
};

/** A run as the desk watches it. */
export type RunRow = {
  requestId: string;
  confirmationCode: string;
  state: RequestState;
  subjectKind: SubjectKind;
  dueAt: Date;
  startedAt: Date;
  endedAt: Date | null;
  /** When it is tried again, where its last slice threw. */
  retryAfter: Date | null;
  /** Whether a worker has it at this moment. */
  isHeld: boolean;
  planned: number;
  done: number;
  residue: ResiduePlace[];
};

export type RunsView = {
  pausedAt: Date | null;
  maxRuns: number;
  changedBy: ActorKind;
  failed: RunRow[];
  held: RunRow[];
  underWay: RunRow[];
  ended: RunRow[];
};
