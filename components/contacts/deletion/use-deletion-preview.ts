import { useCallback } from "react";
import { type Counting, useCounting } from "@/components/erasure/use-counting";
import type { ContactChoice } from "@/lib/contacts/schemas";
import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionActions, ContactsDeletionPreview } from "./contacts-deletion";

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
  const chosen = JSON.stringify(choice);
  const countChosen = useCallback(
    () => count(preview, workspaceId, JSON.parse(chosen)),
    [preview, workspaceId, chosen],
  );
  return useCounting(countChosen, { isWanted });
}

async function count(
  preview: ContactsDeletionActions["preview"],
  workspaceId: string,
  choice: ContactChoice,
): Promise<Counting<ContactsDeletionPreview>> {
  const result = await preview({ workspaceId, choice }).catch(() => null);
  if (result === null) return { state: "failed", message: contactsDeletionMessages.uncounted };
  return result.ok
    ? { state: "loaded", preview: result.value }
    : { state: "failed", message: contactsDeletionMessages.refusals[result.code] };
}
