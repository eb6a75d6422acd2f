"use client";

import { useTranslations } from "next-intl";
import { ErrorMessage } from "@/components/error-message";
import { useAddress } from "@/components/words/use-address";

type PublicErrorProps = { error: unknown; retry: () => void };

/** Inside the public frame, in its language. */
export default function PublicError({ error, retry }: PublicErrorProps) {
  const t = useTranslations("site.error");
  const address = useAddress();
  const words = {
    title: t("title"),
    text: t("text"),
    reference: t("reference"),
    retryLabel: t("retryLabel"),
    startLabel: t("startLabel"),
  };

  return <ErrorMessage error={error} onRetry={retry} words={words} start={address()} />;
}
