/** What stands in the request form's fields, valid or not. */
export type RequestAnswers = {
  requester: string;
  concern: string;
  workspaceSlug: string;
  businessName: string;
  fullName: string;
  whatsappNumber: string;
  organization: string;
  metaBusinessAccountId: string;
  metaUserId: string;
  description: string;
  email: string;
  statement: boolean;
};

/** The fields in the order in which they are asked. */
export const answerNames = [
  "requester",
  "concern",
  "workspaceSlug",
  "businessName",
  "organization",
  "metaUserId",
  "fullName",
  "whatsappNumber",
  "metaBusinessAccountId",
  "description",
  "email",
  "statement",
] as const satisfies (keyof RequestAnswers)[];

export type AnswerName = (typeof answerNames)[number];

export const noAnswers: RequestAnswers = {
  requester: "",
  concern: "",
  workspaceSlug: "",
  businessName: "",
  fullName: "",
  whatsappNumber: "",
  organization: "",
  metaBusinessAccountId: "",
  metaUserId: "",
  description: "",
  email: "",
  statement: false,
};
