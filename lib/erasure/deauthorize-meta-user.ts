import { sql } from "drizzle-orm";
import type { ErasureContext } from "./context";
import { openMetaRequest } from "./open-meta-requests";
import { wasRevokedByUs } from "./was-revoked-by-us";

/**
 * Ends what a person authorised when they remove the app at Meta: the tokens are destroyed and the
 * connections marked disconnected; a Telegram bot does not depend on Meta and stays. Whether it also
 * opens a deletion is the policy profile's to say; what follows our own revocation never does.
 *
 * Repeatable; a user we do not know changes nothing.
 */
export async function deauthorizeMetaUser(
  ctx: ErasureContext,
  { metaUserId }: { metaUserId: string },
): Promise<void> {
  // Also where a workspace is frozen, which the application's role may not write to by itself.
  await ctx.db.execute(
    sql`select end_meta_authorisation(${metaUserId}, ${ctx.now().toISOString()}::timestamptz)`,
  );
  if (ctx.rules.metaRevocation === "opens_deletion" && !(await wasRevokedByUs(ctx, metaUserId))) {
    await openMetaRequest(ctx, { metaUserId }, "meta_deauthorize");
  }
}
