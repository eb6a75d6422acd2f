import { z } from "zod";
import { Email } from "@/lib/erasure/schemas";

/** What the sign-in form asks for. */
export const SignIn = z.object({
  email: Email,
  password: z.string().min(1, "Enter your password."),
});
export type SignIn = z.infer<typeof SignIn>;

/** Why nobody was signed in: the same for an unknown address and for a wrong password. */
export type SignInRefusal = "wrong" | "too_many_tries" | "invalid_input";
