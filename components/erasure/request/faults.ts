/** What can be wrong with an answer: the issues' messages of the schemas, put into words by the form. */
const faults = [
  "requester_missing",
  "concern_missing",
  "email_malformed",
  "statement_missing",
  "slug_missing",
  "slug_malformed",
  "business_missing",
  "businessName_missing",
  "fullName_missing",
  "whatsappNumber_missing",
  "organization_missing",
  "metaBusinessAccountId_missing",
  "metaUserId_missing",
  "description_missing",
  "phone_malformed",
  "meta_id_malformed",
  "over_200",
  "over_2000",
  "proof_too_large",
  "proof_wrong_type",
  "malformed",
] as const;

export type Fault = (typeof faults)[number];

/** A message that is the name of no fault is zod's own, and says that something is malformed. */
export function readFault(message: string): Fault {
  return faults.find((fault) => fault === message) ?? "malformed";
}
