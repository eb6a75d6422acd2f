import { and, eq, inArray, ne } from "drizzle-orm";
import { channelConnections, metaIdentities } from "@/db/schema";
import type { ErasureContext } from "./context";
import { openMetaRequest } from "./open-meta-requests";
import { passFence } from "./pass-fence";

/**
 * Ends what a person authorised when they remove the app at Meta: the tokens are destroyed and the
 * connections marked disconnected; a Telegram bot does not depend on Meta and stays. Whether it also opens a deletion is the policy profile's to say.
 *
 * Repeatable; a user we do not know changes nothing.
 */
export async function deauthorizeMetaUser(
  ctx: ErasureContext,
  { metaUserId }: { metaUserId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await passFence(tx);
    const user = tx
      .select({ userId: metaIdentities.userId })
      .from(metaIdentities)
      .where(eq(metaIdentities.metaUserId, metaUserId));
    await tx
      .update(channelConnections)
      .set({ accessToken: null, state: "disconnected", disconnectedAt: ctx.now() })
      .where(
        and(
          inArray(channelConnections.authorizedByUserId, user),
          eq(channelConnections.state, "connected"),
          ne(channelConnections.kind, "telegram"),
        ),
      );
  });
  if (ctx.rules.metaRevocation === "opens_deletion") {
    await openMetaRequest(ctx, { metaUserId }, "meta_deauthorize");
  }
}
