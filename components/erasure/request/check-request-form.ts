import type { z } from "zod";
import type { DeletionRequest } from "@/lib/erasure/schemas";
import type { AskedDetails } from "./asked-details";
import { type Fault, readFault } from "./faults";
import type { RequestAnswers } from "./request-answers";
import { missingAnswer, requestFormSchema } from "./request-form-schema";
import type { RequestFormState } from "./request-form-state";

type Checked =
  | { ok: true; request: DeletionRequest }
  | { ok: false; state: Extract<RequestFormState, { step: "refused" }> };

/** Reads a posted form; what does not hold comes back with a fault for each field. */
export function checkRequestForm(form: FormData, asked: AskedDetails): Checked {
  const answers = answersFrom(form);
  const parsed = requestFormSchema(asked).safeParse(answers, { error: missingAnswer });

  return parsed.success
    ? { ok: true, request: parsed.data }
    : { ok: false, state: { step: "refused", answers, errors: firstErrors(parsed.error) } };
}

function answersFrom(form: FormData): RequestAnswers {
  const text = (name: keyof RequestAnswers) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };

  return {
    requester: text("requester"),
    concern: text("concern"),
    workspaceSlug: text("workspaceSlug"),
    businessName: text("businessName"),
    fullName: text("fullName"),
    whatsappNumber: text("whatsappNumber"),
    organization: text("organization"),
    metaBusinessAccountId: text("metaBusinessAccountId"),
    metaUserId: text("metaUserId"),
    description: text("description"),
    email: text("email"),
    statement: form.get("statement") !== null,
  };
}

function firstErrors(error: z.ZodError): Partial<Record<string, Fault>> {
  const errors: Partial<Record<string, Fault>> = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= readFault(message);
  return errors;
}
