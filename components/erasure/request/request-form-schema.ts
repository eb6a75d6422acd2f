import { z } from "zod";
import { DeletionRequest } from "@/lib/erasure/schemas";
import { type AskedDetails, detailsAsked, onlyWhatWasAsked } from "./asked-details";
import type { Fault } from "./faults";
import type { RequestAnswers } from "./request-answers";

/**
 * The form's answers on their way to a deletion request; in the browser and on the server.
 *
 * @param asked what the policy profile has the form ask for.
 */
export function requestFormSchema(asked: AskedDetails) {
  const Required = DeletionRequest.superRefine(
    (value, issues) => {
      for (const detail of detailsAsked(asked, value.concern)) {
        if (asked[detail] !== "required" || value[detail]) continue;
        const message = `${detail}_missing` satisfies Fault;
        issues.addIssue({ code: "custom", path: [detail], message });
      }
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
  return z.preprocess((answers: RequestAnswers) => onlyWhatWasAsked(asked, answers), Required);
}

/** The fault of a question that was left out, where the schema itself knows only the type. */
export function missingAnswer(issue: { path?: PropertyKey[] | undefined }): Fault | undefined {
  switch (issue.path?.[0]) {
    case "requester":
      return "requester_missing";
    case "concern":
      return "concern_missing";
    default:
      return undefined;
  }
}
