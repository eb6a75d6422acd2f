import type { PolicyProfile } from "@/lib/policy/profile";
import type { RequestAnswers } from "./request-answers";

/** What the policy profile has the form ask for, and whether it may be left out. */
export type AskedDetails = PolicyProfile["formDetails"];
type Detail = keyof AskedDetails;

const details = [
  "businessName",
  "organization",
  "metaUserId",
  "fullName",
  "whatsappNumber",
  "metaBusinessAccountId",
  "description",
] as const satisfies Detail[];

/** The details that are asked of somebody with this concern, in the order of the form. */
export function detailsAsked(asked: AskedDetails, concern: string): Detail[] {
  return details.filter((detail) => {
    // Named by the business's customer already, as the business that wrote to them.
    if (detail === "organization" && concern === "customer_records") return false;
    if (detail === "metaUserId") return concern === "meta_login" && asked.metaUserId !== undefined;
    if (detail === "businessName" && concern === "customer_records") return true;
    return asked[detail] !== undefined;
  });
}

/** The answers with everything blank that nobody was asked for, whatever stands there. */
export function onlyWhatWasAsked(asked: AskedDetails, answers: RequestAnswers): RequestAnswers {
  const concern =
    answers.concern === "meta_login" && asked.metaUserId === undefined ? "" : answers.concern;
  const wanted = detailsAsked(asked, concern);
  const blank = details.filter((detail) => !wanted.includes(detail));
  return {
    ...answers,
    ...Object.fromEntries(blank.map((detail) => [detail, ""])),
    concern,
    workspaceSlug: concern === "workspace" ? answers.workspaceSlug.trim() : "",
  };
}
