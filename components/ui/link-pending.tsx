"use client";

import { clsx } from "clsx";
import { useLinkStatus } from "next/link";

/**
 * A line in a link that is on its way to a page, for pages that take a moment. It lies over the link, which is
 * positioned, and moves nothing.
 *
 * Not a `loading.tsx`: with that a page begins before it is known whether there is one for whoever asks, so that
 * somebody else's workspace would answer 200, and without scripts nothing would follow.
 */
export function LinkPending() {
  const { pending } = useLinkStatus();

  return (
    <span
      aria-hidden="true"
      data-pending={pending || undefined}
      className={clsx(
        "absolute inset-x-3 bottom-1 h-0.5 rounded-full bg-accent transition-opacity",
        pending ? "animate-breathe opacity-100 delay-150" : "opacity-0",
      )}
    />
  );
}
