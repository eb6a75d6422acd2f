"use client";

import { ErrorMessage } from "@/components/error-message";
import { ProductShell } from "@/components/product-shell";
import { locale } from "@/components/ui/locale";
import "./globals.css";

type GlobalErrorProps = { error: unknown; retry: () => void };

/** The last resort, when the root layout itself has failed: it brings its own document. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang={locale.language} dir={locale.direction}>
      <body>
        <ProductShell>
          <ErrorMessage error={error} onRetry={retry} />
        </ProductShell>
      </body>
    </html>
  );
}
