import { z } from "zod";
import { DeletionRequest } from "@/lib/erasure/schemas";
import { requestFormMessages } from "../messages/request-form-messages";
import type { RequestAnswers } from "./request-answers";

/** The form's answers on their way to a deletion request; in the browser and on the server. */
export const RequestFormSchema = z.preprocess(onlyWhatWasAsked, DeletionRequest);

/** Words for the questions that were left out, where the schema itself knows only the type. */
export function missingAnswer(issue: { path?: PropertyKey[] | undefined }): string | undefined {
  switch (issue.path?.[0]) {
    case "requester":
      return requestFormMessages.requester.missing;
    case "concern":
      return requestFormMessages.concern.missing;
    default:
      return undefined;
  }
}

/** A field that the chosen concern hides counts as empty, whatever was typed there before. */
function onlyWhatWasAsked(answers: RequestAnswers) {
  return {
    ...answers,
    workspaceSlug: answers.concern === "workspace" ? answers.workspaceSlug.trim() : "",
    businessName: answers.concern === "customer_records" ? answers.businessName : "",
  };
}
