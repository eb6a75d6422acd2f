"use server";

import { SignIn, type SignInRefusal } from "@/lib/auth/schemas";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { formIn } from "@/lib/form-in";
import type { Answer, Posted } from "@/lib/posted/schemas";
import { answerForm } from "@/lib/posted-action";
import { enter } from "./enter";

/** Signs in who has no script, and goes on to the form's `next` where that is a path of ours. */
export async function postSignIn(
  _before: Posted<SignInRefusal> | null,
  given: FormData,
): Promise<Posted<SignInRefusal>> {
  const form = formIn(given);
  const next = () => safeNextPath(form.get("next"));
  return await answerForm(SignIn, tryIt, form, { next });
}

async function tryIt(raw: unknown): Promise<Answer<undefined, SignInRefusal>> {
  return SignIn.safeParse(raw).success ? await enter(raw) : { ok: false, code: "invalid_input" };
}
