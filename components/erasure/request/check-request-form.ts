import type { z } from "zod";
import type { DeletionRequest } from "@/lib/erasure/schemas";
import type { ProofFault } from "@/lib/proofs/schemas";
import type { AskedDetails } from "./asked-details";
import { type Fault, readFault } from "./faults";
import type { RequestAnswers } from "./request-answers";
import { missingAnswer, requestFormSchema } from "./request-form-schema";
import type { RequestFormState } from "./request-form-state";

type Checked =
  | { ok: true; request: DeletionRequest; answers: RequestAnswers }
  | { ok: false; state: Extract<RequestFormState, { step: "refused" }> };

/**
 * Reads a posted form; what does not hold comes back with a fault for each field.
 *
 * @param proof what is wrong with the file that came with it.
 */
export function checkRequestForm(
  form: FormData,
  asked: AskedDetails,
  proof: ProofFault | null = null,
): Checked {
  const answers = answersFrom(form);
  const parsed = requestFormSchema(asked).safeParse(answers, { error: missingAnswer });

  if (parsed.success && proof === null) return { ok: true, request: parsed.data, answers };
  const errors = {
    ...(parsed.success ? {} : firstErrors(parsed.error)),
    ...(proof === null ? {} : { proof }),
  };
  return { ok: false, state: { step: "refused", answers, errors } };
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
