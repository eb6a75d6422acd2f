import type { ErasureErrorCode } from "@/lib/erasure/errors";

/** Each of the domain's refusals, said to the person who pressed the button. */
export const deleteWorkspaceRefusals: Record<ErasureErrorCode, string> = {
  not_authorised:
    "Only owners and admins of this workspace can delete it. Your role may have changed: ask an owner.",
  slug_mismatch: "This is not the workspace's slug. Type it exactly as shown above.",
  already_requested:
    "This workspace is being deleted already. Reload the page to see where that stands.",
  not_found: "This workspace is no longer there.",
  wrong_state: "Something changed while you were typing. Reload the page and try again.",
  on_hold:
    "This workspace may not be deleted for now, because of a legal hold. Write to us and we will explain.",
};

/** For everything that is no refusal: the network, or a fault of ours. */
export const deleteWorkspaceFailure =
  "That did not work, and nothing was deleted. Please try again in a moment.";
