import type { RadioCard } from "@/components/ui/radio-cards";
import { Concern, Requester } from "@/lib/erasure/schemas";
import { requestFormMessages } from "../messages/request-form-messages";

/** Who may ask, as cards; whom the schema knows and the copy does not is a type error. */
export const requesterCards: RadioCard<Requester>[] = Requester.options.map((value) => ({
  value,
  ...requestFormMessages.requester.cards[value],
}));

/** What may be asked for, as cards. */
export const concernCards: RadioCard<Concern>[] = Concern.options.map((value) => ({
  value,
  ...requestFormMessages.concern.cards[value],
}));
