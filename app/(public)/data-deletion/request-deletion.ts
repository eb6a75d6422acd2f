"use server";

import { checkRequestForm } from "@/components/erasure/request/check-request-form";
import type { RequestFormState } from "@/components/erasure/request/request-form-state";
import { openFormRequest } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
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

  await safely("request-deletion", () =>
    openFormRequest(erasureContext({ type: "requester" }), checked.request),
  );

  return { step: "sent", email: checked.request.email };
}
