import { z } from "zod";
import { ConfirmationCode, PlainText } from "../schemas";

/** What operators may send: filters in an address, and acts. No filter names a person. */

export const queueViews = ["todo", "open", "late", "closed"] as const;

export const queueStates = [
  "unverified",
  "in_review",
  "scheduled",
  "on_hold",
  "purging",
  "verifying",
  "failed",
  "completed",
  "completed_with_retentions",
  "refused",
  "cancelled",
  "expired",
] as const;

export const queueChannels = [
  "form",
  "email",
  "meta_callback",
  "meta_deauthorize",
  "workspace_settings",
  "account_settings",
  "crm",
  "operator",
] as const;

export const queueSubjects = ["workspace", "account", "contact", "meta_user"] as const;

export const dueWithin = ["3", "7", "14"] as const;

/** A confirmation code, an e-mail address, a phone number in any notation, or an id of Meta's. */
export const SearchText = PlainText.trim().min(3, "Enter at least three characters.").max(254);

const RequestId = z.uuid();

export const OnRequest = z.object({ requestId: RequestId });

export const ApproveRequest = z.object({
  requestId: RequestId,
  subjectId: z.uuid().nullable(),
  workspaceId: z.uuid().nullable(),
});

export const AskRequester = z.object({
  requestId: RequestId,
  text: PlainText.trim()
    .min(10, "Ask in a sentence or two.")
    .max(2_000, "Keep this under 2,000 characters."),
});

export const refusalReasons = [
  "no_matching_data",
  "not_authorised",
  "identity_not_verified",
  "sole_owner",
  "ask_the_controller",
  "legal_obligation",
  "legal_claims",
] as const;

export const RefuseRequest = z.object({
  requestId: RequestId,
  reason: z.string().pipe(z.enum(refusalReasons, "Choose a reason.")),
});

export const extensionReasons = ["complexity", "number_of_requests", "more_proof_needed"] as const;

export const ExtendDeadline = z.object({
  requestId: RequestId,
  reason: z.string().pipe(z.enum(extensionReasons, "Choose a reason.")),
  days: z.coerce.number().int("Enter whole days.").min(1, "Enter at least one day.").max(366),
});

export const MergeRequests = z.object({
  duplicateId: RequestId,
  into: ConfirmationCode,
});

export const PreviewCase = z.object({
  requestId: RequestId,
  candidate: z
    .object({ subjectId: z.uuid(), workspaceId: z.uuid().nullable() })
    .nullable()
    .default(null),
});

export const holdBases = ["court_order", "dispute", "investigation"] as const;

const HoldTerms = z.object({
  /** The key of a published category; nothing for everything. */
  category: PlainText.max(40).transform((key) => key || null),
  basis: z.string().pipe(z.enum(holdBases, "Choose a basis.")),
  reference: PlainText.trim()
    .min(2, "Enter the file's reference.")
    .max(80, "Keep this under 80 characters."),
  /** The last day on which it stands. */
  until: z
    .literal("")
    .or(z.iso.date("Enter a day."))
    .transform((day) => (day ? new Date(`${day}T23:59:59.999Z`) : null)),
});

export const PlaceHoldOnRequest = HoldTerms.extend({ requestId: RequestId });

export const PlaceHold = HoldTerms.extend({
  subjectKind: z.string().pipe(z.enum(["workspace", "account", "contact"])),
  /** The slug of the workspace, or of the contact's; nothing for an account. */
  workspace: PlainText.trim().toLowerCase().max(63),
  /** The address of an account; the address or number of a contact. */
  person: PlainText.trim().max(254),
});

export const HoldsView = z.object({ view: z.enum(["standing", "ended"]).catch("standing") });

export const ReleaseHold = z.object({ holdId: z.uuid() });

/** For what needs to know nothing. */
export const NoInput = z.strictObject({});

export const SteerPurges = z.object({
  maxRuns: z.coerce.number().int().min(1, "At least one.").max(100, "At most a hundred."),
});

export const AnswerQuestion = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  answer: PlainText.trim()
    .min(1, "Write an answer.")
    .max(2_000, "Keep this under 2,000 characters."),
});
