"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import { SignIn, type SignInRefusal } from "@/lib/auth/schemas";
import type { FormAction } from "@/lib/posted/schemas";
import { inWords } from "./in-words";
import { RefusalLine } from "./refusal-line";
import { signInWithPassword } from "./sign-in-with-password";
import { usePosted } from "./use-posted";

const refusals = {
  /** The same for an unknown address and for a wrong password: it tells nobody who is a member. */
  wrong: "The e-mail address or the password is not right.",
  too_many_tries: "There were too many tries. Wait a quarter of an hour, then sign in.",
  invalid_input: "Something in the form is not right. Check it and try again.",
  failed: "Signing in did not work just now. Please try again.",
};

/** As the server says it to a script: in the answer's address. */
function refusalOf(error: string | null | undefined): string {
  if (error === "CredentialsSignin") return refusals.wrong;
  return error === "TooManyTries" ? refusals.too_many_tries : refusals.failed;
}

type SignInFormProps = {
  /** Where to go on, a path of ours. */
  next: string;
  /** For a browser that posts the form by itself. */
  postSignIn: FormAction<SignInRefusal>;
};

/** Signs in with an address and a password, then goes on to `next`. */
export function SignInForm({ next, postSignIn }: SignInFormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const posted = usePosted(postSignIn, { refusals, done: "" });
  const { register, handleSubmit, setFocus, resetField, formState } = useForm<SignIn>({
    resolver: zodResolver(SignIn),
    defaultValues: { email: posted.typed.email ?? "", password: "" },
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
    <form action={posted.action} onSubmit={handleSubmit(submit)} noValidate className="grid gap-5">
      <input type="hidden" name="next" value={next} />
      <div>
        <RefusalLine refusal={refusal} posted={posted.outcome} className="not-empty:mb-5" />
        <Field label="E-mail" error={inWords(errors.email?.message) ?? posted.faults.email}>
          {(control) => (
            <TextInput
              {...control}
              {...register("email")}
              defaultValue={posted.typed.email}
              type="email"
              autoComplete="username"
              required
            />
          )}
        </Field>
      </div>
      <Field label="Password" error={errors.password?.message ?? posted.faults.password}>
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
