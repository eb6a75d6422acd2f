"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cancelByLink } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { languageOf } from "@/lib/i18n/languages";
import { lookUp, shutOut } from "../../look-up";

/** Takes a scheduled request back. Whoever holds the mailed link may: the token is the proof. */
export async function cancelDeletion(given: FormData): Promise<void> {
  const form = formIn(given);
  const language = languageOf(await getLocale());
  const token = VerificationToken.safeParse(form.get("token"));
  if (!token.success) redirect(deletionPath(language, "/cancel"));

  const outcome = await lookUp(
    "cancel-deletion",
    () => cancelByLink(erasureContext({ type: "requester" }), token.data),
    ({ state }) => state === "unknown",
  );
  if (outcome === shutOut) redirect(deletionPath(language, "/verify?wait"));
  if (outcome.state === "unknown") redirect(deletionPath(language, "/cancel"));
  redirect(deletionPath(language, `/status/${outcome.confirmationCode}`));
}
