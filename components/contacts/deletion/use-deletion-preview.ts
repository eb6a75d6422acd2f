import { useCallback, useEffect, useState } from "react";
import type { ContactChoice } from "@/lib/contacts/schemas";
import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionActions, ContactsDeletionPreview } from "./contacts-deletion";

export type Counting =
  | { state: "loading" }
  | { state: "loaded"; preview: ContactsDeletionPreview }
  | { state: "failed"; message: string };

type DeletionPreviewOptions = {
  workspaceId: string;
  choice: ContactChoice;
  /** Nothing is counted before somebody looks. */
  isWanted: boolean;
  preview: ContactsDeletionActions["preview"];
};

/** What deleting the chosen contacts would do, counted when it is wanted, and again when asked to. */
export function useDeletionPreview(options: DeletionPreviewOptions) {
  const { workspaceId, choice, isWanted, preview } = options;
  const [counting, setCounting] = useState<Counting>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  const chosen = JSON.stringify(choice);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt counts again
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    setCounting({ state: "loading" });
    count(preview, workspaceId, JSON.parse(chosen)).then((counted) => {
      if (isCurrent) setCounting(counted);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspaceId, chosen, isWanted, preview, attempt]);

  const countAgain = useCallback(() => setAttempt((before) => before + 1), []);
  return { counting, countAgain };
}

async function count(
  preview: ContactsDeletionActions["preview"],
  workspaceId: string,
  choice: ContactChoice,
): Promise<Counting> {
  const result = await preview({ workspaceId, choice }).catch(() => null);
  if (result === null) return { state: "failed", message: contactsDeletionMessages.failed };
  return result.ok
    ? { state: "loaded", preview: result.value }
    : { state: "failed", message: contactsDeletionMessages.refusals[result.code] };
}
