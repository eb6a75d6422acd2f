"use server";

import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { checkRequestForm } from "@/components/erasure/request/check-request-form";
import type { RequestFormState } from "@/components/erasure/request/request-form-state";
import { openFormRequest } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { filesContext } from "@/lib/files-context";
import { formIn } from "@/lib/form-in";
import { languageOf } from "@/lib/i18n/languages";
import { readProof, storeProof } from "@/lib/proofs";
import { safely } from "@/lib/safely";
import { currentPolicy } from "../current-policy";
import { obstacleTo } from "./obstacle-to";

/** Opens a request from the public form. Anyone may; the answer says nothing about the address. */
export async function requestDeletion(
  _state: RequestFormState,
  given: FormData,
): Promise<RequestFormState> {
  const form = formIn(given);
  const { profile } = await currentPolicy();
  const read = await safely("read-proof", () => readProof(form.get("proof")));
  const checked = checkRequestForm(form, profile.formDetails, read.ok ? null : read.fault);
  if (!checked.ok) return checked.state;

  const { request, answers } = checked;
  const asked = await headers();
  const obstacle = await safely("request-deletion", () => obstacleTo(form, asked));
  if (obstacle !== null) return { step: "refused", answers, errors: {}, obstacle };

  const language = languageOf(await getLocale());
  await safely("request-deletion", async () => {
    const { requestId } = await openFormRequest(
      erasureContext({ type: "requester" }),
      request,
      language,
    );
    // Only who asks for somebody else is asked for one.
    if (!read.ok || read.proof === null) return;
    if (request.requester !== "representative") return;
    await storeProof(filesContext(), requestId, read.proof);
  });

  return { step: "sent", email: request.email };
}
