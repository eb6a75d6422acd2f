"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { contactsProgressMessages } from "../messages/contacts-deletion-messages";
import type { FollowDeletion } from "./contacts-deletion";
import { ContactsDeletionProgress } from "./contacts-deletion-progress";

type ContactsDeletionsProps = {
  workspaceId: string;
  selectionIds: readonly string[];
  follow: FollowDeletion;
  /** One of them has ended: what is listed beside has to be asked for again. Left out: the page. */
  onEnded?: () => void;
};

/** The deletions of contacts that are under way or have just ended. Absent where there are none. */
export function ContactsDeletions(props: ContactsDeletionsProps) {
  const { workspaceId, selectionIds, follow, onEnded } = props;
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const router = useRouter();
  const ended = useCallback(
    () => (onEnded === undefined ? router.refresh() : onEnded()),
    [onEnded, router],
  );
  const shown = selectionIds.filter((id) => !dismissed.has(id));
  if (shown.length === 0) return null;

  return (
    <section
      aria-label={contactsProgressMessages.region}
      className="grid gap-3 px-4 py-3 empty:hidden sm:px-6"
    >
      {shown.map((selectionId) => (
        <ContactsDeletionProgress
          key={selectionId}
          workspaceId={workspaceId}
          selectionId={selectionId}
          follow={follow}
          onEnded={ended}
          onDismiss={() => setDismissed((before) => new Set([...before, selectionId]))}
        />
      ))}
    </section>
  );
}
