import { z } from "zod";

/** Shared by forms and server: what the public may send, and how it is normalised. */

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an e-mail address, like name@example.com.").max(254));

export const WorkspaceSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "Use small letters, digits and hyphens.");

export const Requester = z.enum(["workspace_admin", "representative", "end_customer"]);
export type Requester = z.infer<typeof Requester>;

export const Concern = z.enum(["account", "workspace", "customer_records", "meta_login"]);
export type Concern = z.infer<typeof Concern>;

/** An empty answer is no answer. */
const Answer = z
  .string()
  .trim()
  .max(200, "Keep this under 200 characters.")
  .transform((text) => text || undefined);

/** An id as Meta shows it: digits, in as many groups as one likes. */
const MetaId = Answer.pipe(
  z
    .string()
    .regex(/^\d{5,25}$/, "Enter the number as Meta shows it: digits only.")
    .optional(),
);

/** What a policy profile may ask for beyond the address, for people who have to find the data. */
export const RequestDetails = z.object({
  fullName: Answer.optional(),
  whatsappNumber: Answer.pipe(
    z
      .string()
      .regex(/^\+?[\d\s().-]{7,25}$/, "Enter a telephone number, with its country code.")
      .optional(),
  ).optional(),
  organization: Answer.optional(),
  metaBusinessAccountId: MetaId.optional(),
  metaUserId: MetaId.optional(),
  description: z
    .string()
    .trim()
    .max(2_000, "Keep this under 2,000 characters.")
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
    businessName: z.string().trim().max(200, "Keep this under 200 characters.").optional(),
    statement: z.literal(true, "Tick this to confirm that you may ask for this."),
    ...RequestDetails.shape,
  })
  .superRefine(
    (value, issues) => {
      if (value.concern === "workspace" && !value.workspaceSlug) {
        issues.addIssue({
          code: "custom",
          path: ["workspaceSlug"],
          message: "Enter the workspace's slug: the name in its address.",
        });
      }
      if (value.concern === "customer_records" && !value.businessName) {
        issues.addIssue({
          code: "custom",
          path: ["businessName"],
          message: "Name the business that wrote to you.",
        });
      }
      if (value.concern === "meta_login" && !value.metaUserId) {
        issues.addIssue({
          code: "custom",
          path: ["metaUserId"],
          message: "Enter your Meta user ID.",
        });
      }
    },
    // Also beside the errors of other fields, so that nobody hears of these only at the next try.
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
export type DeletionRequest = z.infer<typeof DeletionRequest>;

/** Typed back to state intent; compared by {@link isSlugConfirmed}, here and on the server. */
export const DeleteWorkspace = z.object({
  workspaceId: z.uuid(),
  confirmSlug: z.string().max(63),
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
