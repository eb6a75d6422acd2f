"use client";

import { ErrorMessage } from "@/components/error-message";
import { ProductShell } from "@/components/product-shell";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <ProductShell>
      <ErrorMessage digest={error.digest} onRetry={reset} />
    </ProductShell>
  );
}
