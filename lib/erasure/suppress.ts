import { and, eq, lte, sql } from "drizzle-orm";
import { suppressionEntries } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "./context";

/** Five parameters a row, of at most 65,535. */
const rowsInInsert = 2_000;

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
  for (let from = 0; from < phones.length; from += rowsInInsert) {
    await tx
      .insert(suppressionEntries)
      .values(
        phones.slice(from, from + rowsInInsert).map((phone) => ({
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
