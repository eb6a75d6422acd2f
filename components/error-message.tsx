"use client";

import { pageMessages } from "./page-messages";
import { Button } from "./ui/button";
import { ButtonAnchor } from "./ui/button-anchor";
import { MessagePage } from "./ui/message-page";

type ErrorMessageProps = {
  error: unknown;
  onRetry: () => void;
  words?: Record<keyof typeof pageMessages.error, string>;
  start?: string;
};

/** Says that we failed, not the reader, and what to do. The digest finds the entry in our log. */
export function ErrorMessage({
  error,
  onRetry,
  words = pageMessages.error,
  start = "/",
}: ErrorMessageProps) {
  const { title, text, reference, retryLabel, startLabel } = words;
  const digest = digestOf(error);

  return (
    <MessagePage
      title={title}
      actions={
        <>
          <Button onClick={onRetry}>{retryLabel}</Button>
          <ButtonAnchor href={start} variant="secondary">
            {startLabel}
          </ButtonAnchor>
        </>
      }
    >
      <title>{title}</title>
      <p>{text}</p>
      {digest && (
        <p className="text-base">
          {reference}{" "}
          <code dir="ltr" className="font-mono text-ink">
            {digest}
          </code>
        </p>
      )}
    </MessagePage>
  );
}

/** What Next puts on errors that came from the server. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}
