import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { locale } from "@/components/ui/locale";
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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={locale.language} dir={locale.direction} data-scroll-behavior="smooth">
      <body>{children}</body>
    </html>
  );
}
