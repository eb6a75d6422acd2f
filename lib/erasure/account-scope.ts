import { eq } from "drizzle-orm";
import { channelConnections, memberships } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { HoldScope } from "./subjects";

/**
 * What a hold can be on to stop an account's erasure: the account, and every workspace in which
 * something of it would be changed.
 */
export async function accountScope(db: Db | Tx, userId: string): Promise<HoldScope[]> {
  const [joined, connected] = [
    await db
      .select({ id: memberships.workspaceId })
      .from(memberships)
      .where(eq(memberships.userId, userId)),
    await db
      .selectDistinct({ id: channelConnections.workspaceId })
      .from(channelConnections)
      .where(eq(channelConnections.authorizedByUserId, userId)),
  ];
  const workspaceIds = new Set([...joined, ...connected].map(({ id }) => id));
  return [
    { kind: "account", id: userId },
    ...[...workspaceIds].map((id) => ({ kind: "workspace" as const, id })),
  ];
}
