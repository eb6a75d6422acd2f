import { render } from "@react-email/render";
import { IntlProvider } from "next-intl";
import type { ReactElement } from "react";
import { intlSettings } from "@/lib/i18n/intl-settings";
import type { Language } from "@/lib/i18n/languages";

/** A template's two bodies in a language. Headings keep their case in the plain one. */
export async function renderMail(
  template: ReactElement,
  language: Language,
): Promise<{ html: string; text: string }> {
  const mail = <IntlProvider {...intlSettings(language)}>{template}</IntlProvider>;

  return {
    html: await render(mail),
    text: await render(mail, {
      plainText: true,
      htmlToTextOptions: {
        selectors: ["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } })),
      },
    }),
  };
}
