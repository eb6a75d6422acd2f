"use server";

import { getLocale } from "next-intl/server";
import { checkRequestForm } from "@/components/erasure/request/check-request-form";
import type { RequestFormState } from "@/components/erasure/request/request-form-state";
import { openFormRequest } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { languageOf } from "@/lib/i18n/languages";
import { safely } from "@/lib/safely";
import { currentPolicy } from "../current-policy";

/** Opens a request from the public form. Anyone may; the answer says nothing about the address. */
export async function requestDeletion(
  _state: RequestFormState,
  form: FormData,
): Promise<RequestFormState> {
  const { profile } = await currentPolicy();
  const checked = checkRequestForm(form, profile.formDetails);
  if (!checked.ok) return checked.state;

  const language = languageOf(await getLocale());
  await safely("request-deletion", () =>
    openFormRequest(erasureContext({ type: "requester" }), checked.request, language),
  );

  return { step: "sent", email: checked.request.email };
}
