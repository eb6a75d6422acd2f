import DataLoader from "dataloader";
import { openMetaRequests } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { oncePerProcess } from "@/lib/once-per-process";

/** Rows of one statement; as many as this process works for at once. */
const mostTogether = 64;

/**
 * Opens the deletion of one user, in one transaction with the others that come while the last one is
 * written: alone, each would pay for a transaction of its own.
 *
 * It fails for all of them or for none: nothing in a request that was read and signed can spoil a statement.
 */
export async function openTogether(user: {
  metaUserId: string;
}): Promise<{ confirmationCode: string }> {
  return await oncePerProcess("openings", createOpenings).load(user);
}

function createOpenings() {
  let lastWritten: Promise<unknown> = Promise.resolve();
  return new DataLoader(
    async (users: readonly { metaUserId: string }[]) => {
      const opened = openMetaRequests(erasureContext({ type: "meta" }), users);
      lastWritten = opened.catch(() => {});
      return await opened;
    },
    {
      cache: false,
      maxBatchSize: mostTogether,
      batchScheduleFn: (open) => void lastWritten.then(open),
    },
  );
}
