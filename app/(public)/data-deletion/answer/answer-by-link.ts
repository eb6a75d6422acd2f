"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { AnswerState } from "@/components/erasure/answer/answer-action";
import { answerQuestion } from "@/lib/erasure";
import { AnswerQuestion } from "@/lib/erasure/desk/schemas";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { languageOf } from "@/lib/i18n/languages";
import { lookUp } from "../../look-up";

/** Hands in the answer to a question. Whoever holds the mailed link may: the token is the proof. */
export async function answerByLink(_state: AnswerState, given: FormData): Promise<AnswerState> {
  const form = formIn(given);
  const language = languageOf(await getLocale());
  const token = VerificationToken.safeParse(form.get("token"));
  if (!token.success) redirect(deletionPath(language, "/answer"));

  const written = `${form.get("answer") ?? ""}`;
  const answer = AnswerQuestion.safeParse({ token: token.data, answer: written });
  if (!answer.success) {
    return { fault: written.trim() === "" ? "missing" : "tooLong", answer: written };
  }
  await lookUp(
    "answer-question",
    () => answerQuestion(erasureContext({ type: "requester" }), answer.data),
    // The page asks anew, and counts.
    () => false,
  );
  // What became of it is said by the page, which asks anew.
  redirect(deletionPath(language, `/answer?token=${token.data}`));
}
