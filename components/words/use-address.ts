import { useLocale } from "next-intl";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { languageOf } from "@/lib/i18n/languages";

/** The address of a public page in the language of this one: `/ar/data-deletion/verify`. */
export function useAddress(): (page?: string) => string {
  const language = languageOf(useLocale());

  return (page = "") => deletionPath(language, page);
}
