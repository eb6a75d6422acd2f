"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import { Email } from "@/lib/erasure/schemas";
import { signInWithPassword } from "./sign-in-with-password";

const SignIn = z.object({ email: Email, password: z.string().min(1, "Enter your password.") });
type SignIn = z.infer<typeof SignIn>;

const refusals = {
  /** The same for an unknown address and for a wrong password: it tells nobody who is a member. */
  wrong: "The e-mail address or the password is not right.",
  /** As the server says it in the answer's address. */
  TooManyTries: "There were too many tries. Wait a quarter of an hour, then sign in.",
  failed: "Signing in did not work just now. Please try again.",
};

function refusalOf(error: string | null | undefined): string {
  if (error === "CredentialsSignin") return refusals.wrong;
  return error === "TooManyTries" ? refusals.TooManyTries : refusals.failed;
}

/** Signs in with an address and a password, then goes on to `next`, a path of ours. */
export function SignInForm({ next }: { next: string }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, setFocus, resetField, formState } = useForm<SignIn>({
    resolver: zodResolver(SignIn),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting } = formState;

  async function submit({ email, password }: SignIn) {
    setRefusal(null);
    const result = await signInWithPassword(email, password);
    if (result?.ok) {
      // A full load: what was rendered for nobody must not be shown to somebody.
      window.location.assign(next);
      return;
    }
    setRefusal(refusalOf(result?.error));
    resetField("password");
    setFocus("password");
  }

  return (
    // Sent before the scripts are there, it must not put the password into the address.
    <form method="post" onSubmit={handleSubmit(submit)} noValidate className="grid gap-5">
      <div>
        <div role="alert" className="not-empty:mb-5">
          {refusal && <Callout tone="danger">{refusal}</Callout>}
        </div>
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => (
            <TextInput
              {...control}
              {...register("email")}
              type="email"
              autoComplete="username"
              required
            />
          )}
        </Field>
      </div>
      <Field label="Password" error={errors.password?.message}>
        {(control) => (
          <TextInput
            {...control}
            {...register("password")}
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Button type="submit" isBusy={isSubmitting}>
        Sign in
      </Button>
    </form>
  );
}
