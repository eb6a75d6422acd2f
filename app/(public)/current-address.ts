import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { readDeletionPath } from "@/lib/i18n/deletion-path";
import { addressHeader } from "@/lib/i18n/language-headers";
import { type Language, languageOf } from "@/lib/i18n/languages";

type Address = {
  language: Language;
  /** Whether the address itself names the language. */
  namesLanguage: boolean;
  /** The page below the root of the public pages, with its query. */
  page: string;
};

/** Which public page was asked for, and in which language it is served. */
export async function currentAddress(): Promise<Address> {
  const language = languageOf(await getLocale());
  const read = readDeletionPath((await headers()).get(addressHeader) ?? "");

  return { language, namesLanguage: read?.asked != null, page: read?.page ?? "" };
}
