import { z } from "zod";

/**
 * Shared by forms and server: what the public may send, and how it is normalised.
 *
 * An issue's message is the name of a fault, which the form's catalogs put into words.
 */

/** Text that can be kept: PostgreSQL has no NUL. */
export const PlainText = z
  .string()
  .refine((text) => !text.includes("\0"), "This has a character that cannot be kept.");

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("email_malformed").max(254, "email_malformed"));

export const WorkspaceSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "slug_malformed");

export const Requester = z.enum(["workspace_admin", "representative", "end_customer"]);
export type Requester = z.infer<typeof Requester>;

export const Concern = z.enum(["account", "workspace", "customer_records", "meta_login"]);
export type Concern = z.infer<typeof Concern>;

/** An empty answer is no answer. */
const Answer = PlainText.trim()
  .max(200, "over_200")
  .transform((text) => text || undefined);

/** An id as Meta shows it: digits, in as many groups as one likes. */
const MetaId = Answer.pipe(
  z
    .string()
    .regex(/^\d{5,25}$/, "meta_id_malformed")
    .optional(),
);

/** What a policy profile may ask for beyond the address, for people who have to find the data. */
export const RequestDetails = z.object({
  fullName: Answer.optional(),
  whatsappNumber: Answer.pipe(
    z
      .string()
      .regex(/^\+?[\d\s().-]{7,25}$/, "phone_malformed")
      .optional(),
  ).optional(),
  organization: Answer.optional(),
  metaBusinessAccountId: MetaId.optional(),
  metaUserId: MetaId.optional(),
  description: PlainText.trim()
    .max(2_000, "over_2000")
    .transform((text) => text || undefined)
    .optional(),
});
export type RequestDetails = z.infer<typeof RequestDetails>;

/** The name of one of them, or of the business, which some profiles ask of everybody. */
export const RequestDetail = z.enum(["businessName", ...RequestDetails.keyof().options]);
export type RequestDetail = z.infer<typeof RequestDetail>;

/** The public deletion request form. */
export const DeletionRequest = z
  .object({
    email: Email,
    requester: Requester,
    concern: Concern,
    workspaceSlug: WorkspaceSlug.or(z.literal("")).optional(),
    businessName: PlainText.trim().max(200, "over_200").optional(),
    statement: z.literal(true, "statement_missing"),
    ...RequestDetails.shape,
  })
  .superRefine(
    (value, issues) => {
      if (value.concern === "workspace" && !value.workspaceSlug) {
        issues.addIssue({
          code: "custom",
          path: ["workspaceSlug"],
          message: "slug_missing",
        });
      }
      if (value.concern === "customer_records" && !value.businessName) {
        issues.addIssue({
          code: "custom",
          path: ["businessName"],
          message: "business_missing",
        });
      }
      if (value.concern === "meta_login" && !value.metaUserId) {
        issues.addIssue({
          code: "custom",
          path: ["metaUserId"],
          message: "metaUserId_missing",
        });
      }
    },
    // Also beside the errors of other fields, so that nobody hears of these only at the next try.
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
export type DeletionRequest = z.infer<typeof DeletionRequest>;

/** What goes at Meta only where a workspace's owner says so: it is the customer's own. */
export const RecipientChoices = z.object({
  deregisterNumber: z.boolean().default(false),
  deleteTemplates: z.boolean().default(false),
});
export type RecipientChoices = z.infer<typeof RecipientChoices>;

/** Typed back to state intent; compared by {@link isSlugConfirmed}, here and on the server. */
export const DeleteWorkspace = z.object({
  workspaceId: z.uuid(),
  confirmSlug: PlainText.max(63),
  choices: RecipientChoices.prefault({}),
});
export type DeleteWorkspace = z.infer<typeof DeleteWorkspace>;

/** The typed slug counts only when it is exactly the workspace's: no trimming, no folding. */
export function isSlugConfirmed(typed: string, slug: string): boolean {
  return slug.length > 0 && typed === slug;
}

/** The secret in a verification link: 43 characters of base64url (256 bits). */
export const VerificationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The public receipt for a request: letters and digits only, as Meta asks. */
export const ConfirmationCode = z.string().regex(/^[A-Za-z0-9]{20}$/);

/**
 * For so many days people may have another system told again that could not be told. Then what that
 * takes, credentials and the targets' ids or addresses, is destroyed. The policy page says so.
 */
export const recipientsKeptDays = 30;
