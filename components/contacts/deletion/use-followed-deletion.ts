import { useEffect, useState } from "react";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import type { FollowDeletion } from "./contacts-deletion";

type Followed = { status: ContactsErasureStatus | null; isReachable: boolean; isUnknown: boolean };

type FollowedDeletionOptions = {
  workspaceId: string;
  selectionId: string;
  follow: FollowDeletion;
  onEnded: () => void;
};

/** Asks how far a deletion is: every second while it works, calmly while a hold or a date decides. */
export function useFollowedDeletion(options: FollowedDeletionOptions): Followed {
  const { workspaceId, selectionId, follow, onEnded } = options;
  const [followed, setFollowed] = useState<Followed>({
    status: null,
    isReachable: true,
    isUnknown: false,
  });

  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function look() {
      const answer = await follow({ workspaceId, selectionId }).catch(() => null);
      if (!isCurrent) return;
      const status = answer?.ok ? answer.value : undefined;
      setFollowed((before) => ({
        status: status === undefined ? before.status : status,
        isReachable: answer !== null,
        isUnknown: status === null,
      }));
      if (status === null) return;
      if (status?.state === "ended") return onEnded();
      timer = setTimeout(look, paceOf(status, new Date()));
    }

    look();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [workspaceId, selectionId, follow, onEnded]);

  return followed;
}

function paceOf(status: ContactsErasureStatus | undefined, now: Date): number {
  if (status === undefined) return 3_000;
  const isWaiting = status.purgeAfter !== null && status.purgeAfter > now;
  const isAtWork = status.state === "running" || (status.state === "scheduled" && !isWaiting);
  return isAtWork ? 1_000 : 10_000;
}
