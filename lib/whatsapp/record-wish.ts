import { and, desc, eq } from "drizzle-orm";
import { consentRecords } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { liftSuppression, suppress, type Tx } from "@/lib/erasure";
import type { IngestContext } from "./ingest-context";
import type { Wish } from "./wish-of";

/** The purpose that a business writes to somebody for of its own accord. */
const purpose = "marketing";

type Wished = {
  workspaceId: string;
  phone: string;
  /** Null where the number is nobody's there, or was somebody's who is being erased. */
  contactId: string | null;
  wish: Wish;
  /** When it was said; deliveries come in any order, and what was said last counts. */
  at: Date;
  /** How it is known, for the business to show (GDPR 7(1)); null: what was said is erased, and stays so. */
  evidence: string | null;
};

/**
 * Records that somebody wishes to be written to no more, or again: in their consent, where they are a
 * contact, and by the keyed digest of their number, which outlives the contact. Repeatable.
 */
export async function recordWish(tx: Tx, ctx: IngestContext, wished: Wished): Promise<void> {
  const { workspaceId, phone, contactId, wish, at, evidence } = wished;
  if (contactId !== null) {
    const latest = await recordConsent(tx, { workspaceId, contactId, wish, at, evidence });
    if (latest > at) return;
  }
  if (wish === "stop") await suppress(tx, ctx, { workspaceId, phones: [phone], at });
  else await liftSuppression(tx, ctx, { workspaceId, phone, at });
}

/** @returns when the contact last said anything of it, this included. */
async function recordConsent(
  tx: Tx,
  { workspaceId, contactId, wish, at, evidence }: Omit<Wished, "phone"> & { contactId: string },
): Promise<Date> {
  const known = await tx
    .select({ state: consentRecords.state, recordedAt: consentRecords.recordedAt })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.workspaceId, workspaceId),
        eq(consentRecords.contactId, contactId),
        eq(consentRecords.purpose, purpose),
      ),
    )
    .orderBy(desc(consentRecords.recordedAt), desc(consentRecords.id));
  const state = wish === "stop" ? ("withdrawn" as const) : ("granted" as const);
  if (evidence !== null && !known.some((one) => one.state === state && +one.recordedAt === +at)) {
    await tx
      .insert(consentRecords)
      .values({ workspaceId, id: newId(), contactId, purpose, state, evidence, recordedAt: at });
  }
  const [latest] = known;
  return latest !== undefined && latest.recordedAt > at ? latest.recordedAt : at;
}
