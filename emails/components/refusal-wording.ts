import type { RefusalReason } from "@/lib/erasure/status";

/** Why a request was refused, and what the person can do next. */
export type RefusalWording = { reason: string; next: string };

/** GDPR 12(4): a refusal states its reason. One for each, in words that blame nobody. */
export const refusalWording: Record<RefusalReason, RefusalWording> = {
  no_matching_data: {
    reason: "We looked, and we hold no data that belongs to this request.",
    next: "If you used another e-mail address or telephone number with us, ask again and give that one.",
  },
  not_authorised: {
    reason: "Only the people who own or administer this data can ask for all of it to be deleted.",
    next: "An owner or admin of the workspace can ask, in its settings or on the data deletion page.",
  },
  identity_not_verified: {
    reason:
      "We could not verify that the request came from the person the data is about, or from somebody who may act for them.",
    next: "You can ask again at any time. To act for somebody else, send us a proof that you may.",
  },
  sole_owner: {
    reason:
      "This account is the only owner of a workspace. Deleting it would leave the workspace, and the people in it, without an owner.",
    next: "Hand the workspace over to somebody else, or delete the workspace first. Then ask again.",
  },
  ask_the_controller: {
    reason:
      "The data belongs to a business that uses our service. We store it on that business's behalf, and what happens to it is theirs to decide.",
    next: "Please ask the business that wrote to you. When it deletes your data, it is deleted here as well.",
  },
  legal_obligation: {
    reason: "A law obliges us to keep this data for now (GDPR art. 17(3)(b)).",
    next: "When the obligation ends you can ask again.",
  },
  legal_claims: {
    reason:
      "The data is needed to establish, exercise or defend a legal claim (GDPR art. 17(3)(e)).",
    next: "When the claim is settled you can ask again.",
  },
};
