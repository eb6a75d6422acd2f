"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { Progress } from "@/components/ui/progress";
import { TextLink } from "@/components/ui/text-link";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import { contactsProgressMessages as messages } from "../messages/contacts-deletion-messages";
import type { FollowDeletion } from "./contacts-deletion";
import { progressOf, resultOf, troubleOf } from "./deletion-in-words";
import { useFollowedDeletion } from "./use-followed-deletion";

type ContactsDeletionProgressProps = {
  workspaceId: string;
  selectionId: string;
  follow: FollowDeletion;
  onEnded: () => void;
  onDismiss: () => void;
};

/** How a deletion of contacts is getting on, and, when it has ended, what became of all of them. */
export function ContactsDeletionProgress(props: ContactsDeletionProgressProps) {
  const { workspaceId, selectionId, follow, onEnded, onDismiss } = props;
  const { status, isReachable, isUnknown } = useFollowedDeletion({
    workspaceId,
    selectionId,
    follow,
    onEnded,
  });
  if (isUnknown || status === null) return null;
  return status.state === "ended" ? (
    <Result status={status} onDismiss={onDismiss} />
  ) : (
    <UnderWay status={status} isReachable={isReachable} />
  );
}

function UnderWay({
  status,
  isReachable,
}: {
  status: ContactsErasureStatus;
  isReachable: boolean;
}) {
  const { value, max, text } = progressOf(status);
  const trouble = troubleOf(status, isReachable);

  return (
    <div className="rounded-xl border border-line bg-surface p-4">
      <Progress
        label={
          status.contacts === 1
            ? messages.labelOne
            : fillMessage(messages.label, { count: formatCount(status.contacts) })
        }
        value={value}
        max={max}
        valueText={text}
      />
      <p role="status" className="mt-2 text-ink-muted text-sm empty:hidden">
        {trouble}
      </p>
    </div>
  );
}

function Result({ status, onDismiss }: { status: ContactsErasureStatus; onDismiss: () => void }) {
  const { title, lines } = resultOf(status);
  const isWhole = status.erased === status.contacts;
  const [code] = status.confirmationCodes;

  return (
    <Callout tone={isWhole ? "success" : "warning"} role="status" title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        {code && <TextLink href={`/data-deletion/status/${code}`}>{messages.receipt}</TextLink>}
        <Button variant="quiet" size="compact" onClick={onDismiss}>
          {messages.dismiss}
        </Button>
      </p>
    </Callout>
  );
}
