import { and, eq, lte, sql } from "drizzle-orm";
import { suppressionEntries } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "./context";

type Digesting = Pick<ErasureContext, "vault">;

/**
 * Keeps in mind that these numbers are not to be written to, by keyed digests alone.
 *
 * @param at when that was said last: of two times the later counts.
 */
export async function suppress(
  tx: Tx,
  { vault }: Digesting,
  { workspaceId, phones, at }: { workspaceId: string; phones: readonly string[]; at: Date },
): Promise<void> {
  if (phones.length === 0) return;
  await tx
    .insert(suppressionEntries)
    .values(
      phones.map((phone) => ({
        workspaceId,
        id: newId(),
        channel: "whatsapp" as const,
        addressDigest: vault.digest("phone", phone),
        createdAt: at,
      })),
    )
    .onConflictDoUpdate({
      target: [
        suppressionEntries.workspaceId,
        suppressionEntries.channel,
        suppressionEntries.addressDigest,
      ],
      set: { createdAt: sql`greatest(${suppressionEntries.createdAt}, excluded.created_at)` },
    });
}

/** Forgets that a number is not to be written to, unless that was said again after `at`. */
export async function liftSuppression(
  tx: Tx,
  { vault }: Digesting,
  { workspaceId, phone, at }: { workspaceId: string; phone: string; at: Date },
): Promise<void> {
  await tx
    .delete(suppressionEntries)
    .where(
      and(
        eq(suppressionEntries.workspaceId, workspaceId),
        eq(suppressionEntries.channel, "whatsapp"),
        eq(suppressionEntries.addressDigest, vault.digest("phone", phone)),
        lte(suppressionEntries.createdAt, at),
      ),
    );
}
