import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { intlSettings } from "./intl-settings";
import { languageHeader } from "./language-headers";
import { readLanguage } from "./languages";

/** The language that the proxy settled on; English on pages that it was not asked about. */
export default getRequestConfig(async () => {
  return intlSettings(readLanguage((await headers()).get(languageHeader)) ?? "en");
});
