import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Messages } from "@/messages";

type ClientWordsProps = { areas: readonly (keyof Messages)[]; children: ReactNode };

/** Hands the texts of these areas, and no others, to the parts of a page that run in the browser. */
export function ClientWords({ areas, children }: ClientWordsProps) {
  const messages = useMessages();
  const locale = useLocale();

  return (
    <NextIntlClientProvider
      locale={locale}
      messages={Object.fromEntries(areas.map((area) => [area, messages[area]]))}
    >
      {children}
    </NextIntlClientProvider>
  );
}
