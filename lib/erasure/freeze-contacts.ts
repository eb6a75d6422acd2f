import { eq, sql } from "drizzle-orm";
import { addressTombstones, contactFences, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "./context";
import { keepStops } from "./keep-stops";
import type { RunSubject } from "./subjects";
import { textArray, uuidArray } from "./uuid-array";

type Frozen = { requestId: string; workspaceId: string; subjects: readonly RunSubject[] };

/**
 * Freezes contacts: their fences refuse every new write to them, their addresses' tombstones turn away
 * what was sent before now and is still to come, and a stop that they asked for outlives them.
 *
 * Under the lock that a workspace's own freeze takes, so that one of the two comes first. Repeatable.
 *
 * @returns false when the whole workspace is frozen or gone; nothing is frozen then.
 */
export async function freezeContacts(
  tx: Tx,
  ctx: ErasureContext,
  { requestId, workspaceId, subjects }: Frozen,
): Promise<boolean> {
  const [workspace] = await tx
    .select({ state: workspaces.state })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("no key update");
  if (workspace?.state !== "active") return false;

  let fenced = 0;
  for (const { keys } of subjects) {
    const contactIds = [keys.contactId ?? []].flat();
    const added = await addFences(tx, ctx, { requestId, workspaceId, contactIds });
    if (added === 0) continue;
    fenced += added;
    await keepStops(tx, ctx, { workspaceId, contactIds });
    await addTombstones(tx, ctx, { requestId, workspaceId }, [keys.addressDigests ?? []].flat());
  }
  if (fenced > 0) {
    await tx
      .update(workspaces)
      .set({ frozenContacts: sql`${workspaces.frozenContacts} + ${fenced}` })
      .where(eq(workspaces.id, workspaceId));
  }
  return true;
}

async function addFences(
  tx: Tx,
  { now }: ErasureContext,
  {
    requestId,
    workspaceId,
    contactIds,
  }: { requestId: string; workspaceId: string; contactIds: string[] },
): Promise<number> {
  const added = await tx.execute(
    sql`insert into ${contactFences} (workspace_id, contact_id, request_id, frozen_at)
      select ${workspaceId}::uuid, contact_id, ${requestId}::uuid, ${now().toISOString()}::timestamptz
      from unnest(${uuidArray(contactIds)}) as contact_id
      on conflict do nothing returning contact_id`,
  );
  return Array.isArray(added) ? added.length : 0;
}

async function addTombstones(
  tx: Tx,
  { now }: ErasureContext,
  of: { requestId: string; workspaceId: string },
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return;
  const ids = uuidArray(digests.map(() => newId()));
  await tx.execute(
    sql`insert into ${addressTombstones} (workspace_id, id, request_id, address_digest, frozen_at)
      select ${of.workspaceId}::uuid, id, ${of.requestId}::uuid, digest, ${now().toISOString()}::timestamptz
      from unnest(${ids}, ${textArray(digests)}) as owned (id, digest)`,
  );
}
