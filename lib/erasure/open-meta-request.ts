import type { ErasureContext } from "./context";
import { createScheduledRequest } from "./create-scheduled-request";
import { findOpenRequest } from "./find-open-request";

/**
 * Opens the deletion of what came from a person's Meta login, as Meta's callback asks.
 *
 * Looks up nothing: a user we do not know gets a request like any other, which the run then ends.
 * A callback repeated while the request is open gets the same code. Meta has verified the person,
 * and no grace period delays it.
 */
export async function openMetaRequest(
  ctx: ErasureContext,
  { metaUserId }: { metaUserId: string },
  channel: "meta_callback" | "meta_deauthorize" = "meta_callback",
): Promise<{ confirmationCode: string }> {
  const subject = {
    kind: "meta_user",
    digest: ctx.vault.digest("meta_user", metaUserId),
  } as const;
  for (;;) {
    const opened = await ctx.db.transaction(async (tx) => {
      const created = await createScheduledRequest(tx, ctx, {
        channel,
        requesterKind: "meta",
        subjectKind: subject.kind,
        subjectDigest: subject.digest,
        content: { metaUserId },
      });
      return created ?? (await findOpenRequest(tx, subject));
    });
    // None when the open one ended between the two statements: then there is room for a new one.
    if (opened !== null) return { confirmationCode: opened.confirmationCode };
  }
}
