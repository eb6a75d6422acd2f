import { z } from "zod";
import { Email, PlainText } from "@/lib/erasure/schemas";

/** Shared by the account's forms and the server. */

/** Languages that people can ask to be written to in. */
export const accountLanguages = ["en", "ar", "es", "he", "hi", "id", "pt", "zh"] as const;

export const PersonName = PlainText.trim()
  .min(1, "Enter your name.")
  .max(100, "Keep this under 100 characters.");

/** The length limit keeps anybody from making us hash a book. */
export const GivenPassword = z.string().min(1, "Enter your password.").max(1024);

export const NewPassword = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(1024, "Keep this under 1,024 characters.");

/** Eight digits, in as many groups as one likes. */
export const MailedCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{8}$/, "Enter the 8 digits from the mail."));

export const UpdateProfile = z.object({
  name: PersonName,
  locale: z.enum(accountLanguages, "Choose a language."),
});
export type UpdateProfile = z.infer<typeof UpdateProfile>;

export const ChangePassword = z.object({
  currentPassword: GivenPassword,
  newPassword: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const RequestEmailChange = z.object({ email: Email, password: GivenPassword });
export type RequestEmailChange = z.infer<typeof RequestEmailChange>;

export const ConfirmEmailChange = z.object({ code: MailedCode });
export type ConfirmEmailChange = z.infer<typeof ConfirmEmailChange>;

export const EndSession = z.object({ sessionId: z.uuid() });
export type EndSession = z.infer<typeof EndSession>;

/** What somebody shows to delete their account: the password, or the mailed code where there is none. */
export const DeleteAccount = z.union([
  z.strictObject({ password: GivenPassword }),
  z.strictObject({ code: MailedCode }),
]);
export type DeleteAccount = z.infer<typeof DeleteAccount>;
