import { and, eq, isNotNull, sql } from "drizzle-orm";
import { consentRecords, contacts } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { isOneOf } from "./engine";
import { suppress } from "./suppress";

/**
 * Suppresses the numbers of contacts who, at last, had withdrawn their consent to anything: their
 * wish has to be known when everything else of theirs is gone (GDPR 21(3)).
 */
export async function keepStops(
  tx: Tx,
  ctx: ErasureContext,
  { workspaceId, contactIds }: { workspaceId: string; contactIds: readonly string[] },
): Promise<void> {
  const latest = tx
    .selectDistinctOn([consentRecords.contactId, consentRecords.purpose], {
      contactId: consentRecords.contactId,
      state: consentRecords.state,
    })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.workspaceId, workspaceId),
        isOneOf(consentRecords.contactId, contactIds),
      ),
    )
    .orderBy(
      consentRecords.contactId,
      consentRecords.purpose,
      sql`${consentRecords.recordedAt} desc, ${consentRecords.id} desc`,
    )
    .as("latest");
  const stopped = await tx
    .selectDistinct({ phone: contacts.phone })
    .from(latest)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, latest.contactId)),
    )
    .where(and(eq(latest.state, "withdrawn"), isNotNull(contacts.phone)));
  const phones = stopped.flatMap(({ phone }) => phone ?? []);
  await suppress(tx, ctx, { workspaceId, phones, at: ctx.now() });
}
