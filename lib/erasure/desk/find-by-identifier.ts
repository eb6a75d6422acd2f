import { and, arrayContains, eq, inArray } from "drizzle-orm";
import { erasureRequests, memberships, metaIdentities, users } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { searchedDigests } from "../identifier-digests";
import { Email } from "../schemas";
import { queueRow } from "./queue-row";
import type { QueueRow } from "./status";

const mostFound = 50;

/**
 * Requests that were made with an address, a phone number in any notation, or an id of Meta's, or that
 * are about the account that has it; the latest first.
 *
 * Nothing is compared with what people wrote but its keyed digests. A request that has ended is found
 * only where it was about the account or the login itself: the other digests went with its address.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function findByIdentifier(
  ctx: ErasureContext,
  identifier: string,
): Promise<QueueRow[]> {
  assertMay(ctx, "read_requests");
  const digests = searchedDigests(ctx.vault, identifier);
  if (digests.length === 0) return [];
  const { userIds, workspaceIds } = await known(ctx, identifier);
  const subjects = [...userIds, ...workspaceIds];
  const subjectDigests = [
    ...digests,
    ...userIds.map((id) => ctx.vault.digest("account", id)),
    ...workspaceIds.map((id) => ctx.vault.digest("workspace", id)),
  ];
  const ways = [
    // One by one: of several at once the planner expects so many that it would read the whole table.
    ...digests.map((digest) => arrayContains(erasureRequests.identifierDigests, [digest])),
    inArray(erasureRequests.addressDigest, digests),
    inArray(erasureRequests.subjectDigest, subjectDigests),
    ...(subjects.length === 0 ? [] : [inArray(erasureRequests.subjectId, subjects)]),
  ];
  const found = new Map<string, QueueRow>();
  for (const way of ways) {
    for (const row of await ctx.db.select(queueRow).from(erasureRequests).where(way)) {
      found.set(row.id, row);
    }
  }
  return [...found.values()]
    .toSorted((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime())
    .slice(0, mostFound);
}

/** Whose address or Meta id it is, and the workspaces that they could have asked to delete. */
async function known(
  { db }: ErasureContext,
  identifier: string,
): Promise<{ userIds: string[]; workspaceIds: string[] }> {
  const email = Email.safeParse(identifier);
  const found = email.success
    ? await db.select({ id: users.id }).from(users).where(eq(users.email, email.data))
    : await db
        .select({ id: metaIdentities.userId })
        .from(metaIdentities)
        .where(eq(metaIdentities.metaUserId, identifier.trim()));
  const userIds = found.map(({ id }) => id);
  if (userIds.length === 0) return { userIds, workspaceIds: [] };
  const administered = await db
    .select({ id: memberships.workspaceId })
    .from(memberships)
    .where(
      and(
        inArray(memberships.userId, userIds),
        inArray(memberships.role, rolesThatMay("erase_workspace")),
      ),
    );
  return { userIds, workspaceIds: administered.map(({ id }) => id) };
}
