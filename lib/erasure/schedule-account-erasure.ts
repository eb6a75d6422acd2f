import { and, eq, inArray, notInArray } from "drizzle-orm";
import { erasureRequests, users } from "@/db/schema";
import { accountScope } from "./account-scope";
import { activeHold } from "./active-hold";
import { assertOffered } from "./assert-offered";
import type { ErasureContext, Tx } from "./context";
import { createRequest } from "./create-requests";
import { endAccess } from "./end-access";
import { ErasureError } from "./errors";
import { freezeAccount, lockOwnedWorkspaces } from "./freeze-account";
import { oweMail } from "./owe-mail";
import { scheduleRequest } from "./schedule-request";
import { ownsAlone } from "./sole-owner";
import { closedStates } from "./transition";

/**
 * Schedules the erasure of a person's own account, once they have proved again that it is they.
 *
 * Whose account it is comes from their session. That it may go at all is looked at before the proof
 * is, and once more under the locks of the workspaces they own, in the order of {@link lockOwnedWorkspaces}.
 * In the transaction that writes request, schedule and job every session of the account and every API
 * token that it made end, also where the account can still be kept; without a grace period, and unless
 * a legal hold stands, the account is frozen in it, too. A refusal writes nothing.
 *
 * @param prove compares a password or a code, and throws when it is wrong.
 * @throws ErasureError `channel_closed`, `not_found`, `already_requested` or `sole_owner`; and
 * whatever `prove` throws.
 */
export async function scheduleAccountErasure(
  ctx: ErasureContext,
  { userId, prove }: { userId: string; prove: () => Promise<void> },
): Promise<{ confirmationCode: string; purgeAfter: Date | null }> {
  assertOffered(ctx, "account_settings");
  await assertMayGo(ctx.db, userId);
  await prove();
  return await ctx.db.transaction(async (tx) => {
    await lockOwnedWorkspaces(tx, userId);
    const { email, locale } = await assertMayGo(tx, userId);
    const request = await createRequest(tx, ctx, {
      state: "verified",
      channel: "account_settings",
      requesterKind: "account_holder",
      subjectKind: "account",
      subjectDigest: ctx.vault.digest("account", userId),
      subjectId: userId,
      locale,
      content: { email },
    });
    if (request === null) throw alreadyRequested();
    const { graceDays } = ctx.rules;
    const purgeAfter = await scheduleRequest(tx, ctx, request, { subjectId: userId, graceDays });
    const isHeld = await hasHold(tx, ctx, userId);
    if (purgeAfter === null && !isHeld) await freezeAccount(tx, ctx, userId);
    else await endAccess(tx, userId, { isHeld });
    await oweMail(tx, ctx, request.id, "received");
    return { confirmationCode: request.confirmationCode, purgeAfter };
  });
}

async function assertMayGo(
  db: ErasureContext["db"] | Tx,
  userId: string,
): Promise<{ email: string; locale: string }> {
  const [user] = await db
    .select({ email: users.email, locale: users.locale, frozenAt: users.frozenAt })
    .from(users)
    .where(eq(users.id, userId));
  if (user === undefined) throw new ErasureError("not_found", "There is no such account.");
  const open = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectId, userId),
        inArray(erasureRequests.subjectKind, ["account", "meta_user"]),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    );
  if (user.frozenAt !== null || open.length > 0) throw alreadyRequested();
  if (await ownsAlone(db, userId)) {
    throw new ErasureError("sole_owner", "A workspace would be left without an owner.");
  }
  return user;
}

async function hasHold(tx: Tx, ctx: ErasureContext, userId: string): Promise<boolean> {
  const scope = await accountScope(tx, userId);
  return (await activeHold(tx, scope, ctx.now()).limit(1)).length > 0;
}

function alreadyRequested(): ErasureError {
  return new ErasureError("already_requested", "The account's erasure is already under way.");
}
