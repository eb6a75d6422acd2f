import { subDays } from "date-fns";
import { and, desc, eq, sql } from "drizzle-orm";
import { addressTombstones, suppressionEntries } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { textArray } from "./uuid-array";

/** How long an erased contact's addresses are known; a provider repeats a delivery for seven days. */
export const tombstoneDays = 30;

type Arrival = {
  workspaceId: string;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  /** When what arrives was written; nobody knows that of a list. */
  sentAt: Date | "unknown";
};

/** Why something that arrives may bring nobody into a workspace. */
export type ArrivalRefusal = "just_erased" | "too_old" | "suppressed";

/**
 * Serialises what arrives from an address in a workspace, and makes the caller one of its writers.
 *
 * To be called first in the transaction that would write. From then on {@link refuseArrival} and every
 * look at who has the address hold until its end: a freeze that they do not see waits for it.
 */
export async function awaitArrivals(
  tx: Tx,
  { vault }: Pick<ErasureContext, "vault">,
  { workspaceId, phone, email }: Pick<Arrival, "workspaceId" | "phone" | "email">,
): Promise<void> {
  for (const digest of digestsOf(vault, { phone, email }).sort()) {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${digest + workspaceId}, 0))`,
    );
  }
  await tx.execute(
    sql`select pg_advisory_xact_lock_shared(uuid_hash_extended(${workspaceId}::uuid, 4738202))`,
  );
}

/**
 * Why what arrives from an address is turned away; null when it is not.
 *
 * What was sent before the erasure of whoever had the address is, also when they have come back since:
 * those words were erased. Where nobody has it, so is what is too old for that to be known, and what
 * comes from somebody who asked to be left alone (GDPR 21(3)); all else is a person's own new act.
 *
 * @param isKnown whether a contact has the address that is not being erased.
 */
export async function refuseArrival(
  tx: Tx,
  { vault, now }: Pick<ErasureContext, "vault" | "now">,
  { workspaceId, phone, email, sentAt, isKnown }: Arrival & { isKnown: boolean },
): Promise<ArrivalRefusal | null> {
  const digests = digestsOf(vault, { phone, email });
  const [tombstone] = await tx
    .select({ frozenAt: addressTombstones.frozenAt })
    .from(addressTombstones)
    .where(
      and(
        eq(addressTombstones.workspaceId, workspaceId),
        sql`${addressTombstones.addressDigest} = any(${textArray(digests)})`,
      ),
    )
    .orderBy(desc(addressTombstones.frozenAt))
    .limit(1);
  const isLater = (time: Date) => sentAt !== "unknown" && sentAt > time;
  if (tombstone !== undefined && !isLater(tombstone.frozenAt)) return "just_erased";
  if (isKnown) return null;
  if (sentAt !== "unknown" && sentAt < subDays(now(), tombstoneDays)) return "too_old";
  return (await isSuppressed(tx, { vault }, { workspaceId, phone })) ? "suppressed" : null;
}

/** Whether somebody at this number asked a workspace not to be written to. */
export async function isSuppressed(
  tx: Tx,
  { vault }: Pick<ErasureContext, "vault">,
  { workspaceId, phone }: Pick<Arrival, "workspaceId" | "phone">,
): Promise<boolean> {
  if (!phone) return false;
  const found = await tx
    .select({ id: suppressionEntries.id })
    .from(suppressionEntries)
    .where(
      and(
        eq(suppressionEntries.workspaceId, workspaceId),
        eq(suppressionEntries.channel, "whatsapp"),
        eq(suppressionEntries.addressDigest, vault.digest("phone", phone)),
      ),
    )
    .limit(1);
  return found.length > 0;
}

function digestsOf(
  vault: ErasureContext["vault"],
  { phone, email }: Pick<Arrival, "phone" | "email">,
): string[] {
  return [
    ...(phone ? [vault.digest("phone", phone)] : []),
    ...(email ? [vault.digest("email", email)] : []),
  ];
}
