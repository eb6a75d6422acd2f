import { and, eq, inArray, ne } from "drizzle-orm";
import { channelConnections, metaIdentities } from "@/db/schema";
import { type Connection, metaKinds } from "../connections";
import { oneKey } from "../one-key";
import type { PlanScope } from "../recipient";

/** A Meta login whose permissions go, and a connection whose token can say so. */
export type Permission = { userId: string; metaUserId: string; connection: Connection };

/**
 * The Meta logins that authorised these connections and no connection that stays: a login's
 * permissions are given to the platform, not to one workspace, and all its tokens end with them.
 */
export async function permissionsToRevoke(
  { tx, subject: { kind, keys } }: PlanScope,
  connections: readonly Connection[],
): Promise<Permission[]> {
  const authorisers = [...new Set(connections.flatMap((one) => one.authorizedByUserId ?? []))];
  if (authorisers.length === 0) return [];
  const identities = await tx
    .select({ userId: metaIdentities.userId, metaUserId: metaIdentities.metaUserId })
    .from(metaIdentities)
    .where(inArray(metaIdentities.userId, authorisers));
  const staying =
    kind === "workspace" ? await usedElsewhere(tx, oneKey(keys.workspaceId), authorisers) : [];
  return identities.flatMap(({ userId, metaUserId }) => {
    const connection = connections.find((one) => one.authorizedByUserId === userId);
    return connection === undefined || staying.includes(userId)
      ? []
      : [{ userId, metaUserId, connection }];
  });
}

async function usedElsewhere(
  tx: PlanScope["tx"],
  workspaceId: string,
  userIds: readonly string[],
): Promise<(string | null)[]> {
  const elsewhere = await tx
    .selectDistinct({ userId: channelConnections.authorizedByUserId })
    .from(channelConnections)
    .where(
      and(
        ne(channelConnections.workspaceId, workspaceId),
        inArray(channelConnections.authorizedByUserId, [...userIds]),
        inArray(channelConnections.kind, [...metaKinds]),
        eq(channelConnections.state, "connected"),
      ),
    );
  return elsewhere.map(({ userId }) => userId);
}
