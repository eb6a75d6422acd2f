"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { resendVerification } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { languageOf } from "@/lib/i18n/languages";
import { clientLimits } from "@/lib/rate-limits/client-limits";
import { countClientTry } from "@/lib/rate-limits/client-tries";
import { safely } from "@/lib/safely";

/** Sends a fresh link to the address an expired one was sent to. The answer is always the same. */
export async function sendNewLink(given: FormData): Promise<void> {
  const form = formIn(given);
  const language = languageOf(await getLocale());
  const asked = await headers();
  const wait = await safely("send-new-link", () => countClientTry(clientLimits.newLink, asked));
  if (wait !== null) redirect(deletionPath(language, "/verify?wait"));

  const token = VerificationToken.safeParse(form.get("token"));
  if (token.success) {
    await safely("send-new-link", () =>
      resendVerification(erasureContext({ type: "requester" }), token.data),
    );
  }
  redirect(deletionPath(language, "/verify?resent"));
}
