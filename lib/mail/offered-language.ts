import { type Language, readLanguage } from "@/lib/i18n/languages";
import type { PolicyProfile } from "@/lib/policy/profile";

/** The language to write to somebody in: theirs where the profile offers it, else its first. */
export function offeredLanguage(
  { languages }: Pick<PolicyProfile, "languages">,
  wished: string | null,
): Language {
  const language = readLanguage(wished);
  if (language !== null && languages.includes(language)) return language;
  return languages[0] ?? "en";
}
