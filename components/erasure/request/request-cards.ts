import type { RadioCard } from "@/components/ui/radio-cards";
import { Concern, Requester } from "@/lib/erasure/schemas";
import { requestFormMessages } from "../messages/request-form-messages";
import type { AskedDetails } from "./asked-details";

/** Who may ask, as cards; whom the schema knows and the copy does not is a type error. */
export const requesterCards: RadioCard<Requester>[] = Requester.options.map((value) => ({
  value,
  ...requestFormMessages.requester.cards[value],
}));

/** What may be asked for, as cards; a Meta login only where its id is asked for as well. */
export function concernCards(asked: AskedDetails): RadioCard<Concern>[] {
  return Concern.options
    .filter((value) => value !== "meta_login" || asked.metaUserId !== undefined)
    .map((value) => ({ value, ...requestFormMessages.concern.cards[value] }));
}
