import { subDays } from "date-fns";
import { and, eq, gte, or } from "drizzle-orm";
import { erasureRecipientCalls as calls, metaIdentities } from "@/db/schema";
import { callGroupId } from "./call-group-id";
import type { ErasureContext } from "./context";

/** Meta may say late that somebody is gone; who comes back and leaves again does so later than that. */
const followsWithinDays = 1;

/**
 * Whether a run of ours has lately had Meta withdraw what this person permitted, or is doing so just
 * now: a workspace that they connected was erased, and their account stays. What Meta says of it then
 * is an echo, and not their own wish.
 */
export async function wasRevokedByUs(
  { db, now, vault }: Pick<ErasureContext, "db" | "now" | "vault">,
  metaUserId: string,
): Promise<boolean> {
  const [identity] = await db
    .select({ userId: metaIdentities.userId })
    .from(metaIdentities)
    .where(eq(metaIdentities.metaUserId, metaUserId));
  if (identity === undefined) return false;
  const lately = await db
    .select({ runId: calls.runId, groupId: calls.groupId })
    .from(calls)
    .where(
      and(
        eq(calls.recipient, "meta"),
        eq(calls.act, "revoke_permissions"),
        or(gte(calls.lastCallAt, subDays(now(), followsWithinDays)), gte(calls.leaseUntil, now())),
      ),
    );
  return lately.some(
    ({ runId, groupId }) => groupId === callGroupId(vault, runId, identity.userId),
  );
}
