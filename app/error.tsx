"use client";

import { ErrorMessage } from "@/components/error-message";
import { ProductShell } from "@/components/product-shell";

type ErrorPageProps = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <ProductShell>
      <ErrorMessage error={error} onRetry={retry} />
    </ProductShell>
  );
}
