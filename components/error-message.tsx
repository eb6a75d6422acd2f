"use client";

import { useEffect } from "react";
import { pageMessages } from "./page-messages";
import { Button } from "./ui/button";
import { ButtonLink } from "./ui/button-link";
import { MessagePage } from "./ui/message-page";

type ErrorMessageProps = { digest: string | undefined; onRetry: () => void };

/** Says that we failed, not the reader, and what to do. The digest finds the entry in our log. */
export function ErrorMessage({ digest, onRetry }: ErrorMessageProps) {
  const { title, text, reference, retryLabel, startLabel } = pageMessages.error;

  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <MessagePage
      title={title}
      actions={
        <>
          <Button onClick={onRetry}>{retryLabel}</Button>
          <ButtonLink href="/" variant="secondary">
            {startLabel}
          </ButtonLink>
        </>
      }
    >
      <p>{text}</p>
      {digest && (
        <p className="text-base">
          {reference} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
    </MessagePage>
  );
}
