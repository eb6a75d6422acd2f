import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { languageOf, languages } from "@/lib/i18n/languages";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Lethe", template: "%s · Lethe" },
  description: "Customer conversations, and a true way to forget them.",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f4ee" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1514" },
  ],
};

/** The public pages speak many languages, the product and its operators' pages English. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = languageOf(await getLocale());
  const t = await getTranslations("site");

  return (
    <html lang={language} dir={languages[language].direction} data-scroll-behavior="smooth">
      <body>
        {children}
        <OfflineNotice text={t("offline")} />
      </body>
    </html>
  );
}
