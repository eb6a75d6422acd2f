import { useTranslations } from "next-intl";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { type Language, languages } from "@/lib/i18n/languages";

type LanguageSwitchProps = {
  offered: readonly Language[];
  current: Language;
  /** The page below the root of the public pages, with its query. */
  page: string;
};

/**
 * The same page in each language that the vendor offers, under its own name. Followed by the browser
 * itself: a document has one language and one direction.
 */
export function LanguageSwitch({ offered, current, page }: LanguageSwitchProps) {
  const t = useTranslations("site");
  if (offered.length < 2) return null;

  return (
    <nav aria-label={t("languages")} className="-mx-2 print:hidden">
      <ul className="flex flex-wrap text-sm">
        {offered.map((language) => (
          <li key={language}>
            <a
              href={deletionPath(language, page)}
              lang={language}
              hrefLang={language}
              dir={languages[language].direction}
              aria-current={language === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-2 text-ink-muted underline-offset-[0.35em] hover:text-ink hover:underline aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline"
            >
              {languages[language].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
