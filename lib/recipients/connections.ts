import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { channelConnections } from "@/db/schema";
import { oneKey } from "./one-key";
import type { PlanScope } from "./recipient";

export type Connection = typeof channelConnections.$inferSelect;

/** The kinds of channel whose tokens come from a Meta login. */
export const metaKinds = ["whatsapp", "instagram", "messenger"] as const;

/**
 * The connections of these kinds that a run takes away and that have a token to say so with: all of a
 * workspace's, those that a Meta login authorised, and none of a contact or an account.
 */
export async function connectionsOf(
  { tx, subject }: PlanScope,
  kinds: readonly Connection["kind"][],
): Promise<Connection[]> {
  const scope = scopeOf(subject);
  if (scope === null) return [];
  const { workspaceId, id, kind, accessToken } = channelConnections;
  return await tx
    .select()
    .from(channelConnections)
    .where(and(scope.theirs, inArray(kind, [...kinds]), isNotNull(accessToken)))
    .orderBy(asc(workspaceId), asc(id));
}

/** The WhatsApp connections through which a workspace's or a contact's media went. */
export async function whatsAppConnectionsOf({
  tx,
  subject: { kind, keys },
}: PlanScope): Promise<Connection[]> {
  if (kind !== "workspace" && kind !== "contact") return [];
  return await tx
    .select()
    .from(channelConnections)
    .where(
      and(
        eq(channelConnections.workspaceId, oneKey(keys.workspaceId)),
        eq(channelConnections.kind, "whatsapp"),
      ),
    )
    .orderBy(asc(channelConnections.id));
}

/** A connection's account there, under which another connection may stand. */
export type AccountColumn = "wabaId" | "phoneNumberId" | "externalAccountId";

/**
 * Whether a connection that stays goes over the same account there: what is ended for the account is
 * ended for it, too.
 */
export async function isSharedWithOthers(
  { tx, subject }: PlanScope,
  connection: Connection,
  column: AccountColumn,
): Promise<boolean> {
  const [scope, value] = [scopeOf(subject), connection[column]];
  if (scope === null || value === null) return false;
  const [other] = await tx
    .select({ id: channelConnections.id })
    .from(channelConnections)
    .where(
      and(
        scope.others,
        eq(channelConnections.kind, connection.kind),
        eq(channelConnections[column], value),
        eq(channelConnections.state, "connected"),
      ),
    )
    .limit(1);
  return other !== undefined;
}

/** Whose login the token came from: who takes that login's permissions away ends all its tokens. */
export function groupOf({ authorizedByUserId, id }: Connection): string {
  return authorizedByUserId ?? id;
}

function scopeOf({ kind, keys }: PlanScope["subject"]): {
  theirs: SQL | undefined;
  others: SQL | undefined;
} | null {
  const { workspaceId, authorizedByUserId } = channelConnections;
  if (kind === "workspace") {
    const id = oneKey(keys.workspaceId);
    return { theirs: eq(workspaceId, id), others: ne(workspaceId, id) };
  }
  if (kind === "meta_user") {
    const id = oneKey(keys.userId);
    return {
      theirs: eq(authorizedByUserId, id),
      others: or(isNull(authorizedByUserId), ne(authorizedByUserId, id)),
    };
  }
  return null;
}
