"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { verifyRequest } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { languageOf } from "@/lib/i18n/languages";
import { lookUp, shutOut } from "../../look-up";

/** Spends the link. Whoever holds it may: the token is the proof. */
export async function verifyDeletion(given: FormData): Promise<void> {
  const form = formIn(given);
  const language = languageOf(await getLocale());
  const token = VerificationToken.safeParse(form.get("token"));
  if (!token.success) redirect(deletionPath(language, "/verify"));

  const outcome = await lookUp(
    "verify-deletion",
    () => verifyRequest(erasureContext({ type: "requester" }), token.data),
    ({ state }) => state === "unknown",
  );
  if (outcome === shutOut) redirect(deletionPath(language, "/verify?wait"));
  if (outcome.state === "verified" || outcome.state === "used") {
    redirect(deletionPath(language, `/status/${outcome.confirmationCode}`));
  }
  // Read again, the link says by itself what is wrong with it.
  redirect(deletionPath(language, `/verify?token=${token.data}`));
}
