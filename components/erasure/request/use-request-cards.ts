import { useTranslations } from "next-intl";
import type { RadioCard } from "@/components/ui/radio-cards";
import { Concern, Requester } from "@/lib/erasure/schemas";
import type { AskedDetails } from "./asked-details";

/** Who may ask and what for, as cards; a Meta login only where its id is asked for as well. */
export function useRequestCards(asked: AskedDetails): {
  requesters: RadioCard<Requester>[];
  concerns: RadioCard<Concern>[];
} {
  const t = useTranslations("form");

  return {
    requesters: Requester.options.map((value) => ({
      value,
      label: t(`requester.cards.${value}.label`),
      hint: t(`requester.cards.${value}.hint`),
    })),
    concerns: Concern.options
      .filter((value) => value !== "meta_login" || asked.metaUserId !== undefined)
      .map((value) => ({
        value,
        label: t(`concern.cards.${value}.label`),
        hint: t(`concern.cards.${value}.hint`),
      })),
  };
}
