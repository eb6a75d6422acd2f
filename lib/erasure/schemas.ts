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

export const Concern = z.enum(["account", "workspace", "customer_records"]);
export type Concern = z.infer<typeof Concern>;

/** The public deletion request form. */
export const DeletionRequest = z
  .object({
    email: Email,
    requester: Requester,
    concern: Concern,
    workspaceSlug: WorkspaceSlug.or(z.literal("")).optional(),
    businessName: z.string().trim().max(200, "Keep this under 200 characters.").optional(),
    statement: z.literal(true, "Tick this to confirm that you may ask for this."),
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
