import { sql } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import { standsAt } from "../active-hold";
import type { ErasureContext, Tx } from "../context";
import { contactDigest } from "../subjects";

/**
 * A legal hold as the end of a retention has to obey it: by the keys of the map's reaches, and by the
 * keyed digest under which the ledger knows its subject. Of one category, or of everything.
 */
export type StandingHold = {
  kind: string;
  keys: Readonly<Record<string, string>>;
  digest: string;
  category: string | null;
};

/**
 * The legal holds that stand. Until the transaction's end no other is placed: whoever places one
 * waits for the batch, and what the batch leaves is held.
 */
export async function standingHolds(tx: Tx, ctx: ErasureContext): Promise<StandingHold[]> {
  await tx.execute(sql`lock table ${legalHolds} in share mode`);
  const holds = await tx.select().from(legalHolds).where(standsAt(ctx.now()));
  return holds.map((hold) => ({
    kind: hold.subjectKind,
    category: hold.category,
    ...subjectOf(hold, ctx),
  }));
}

function subjectOf(
  hold: Pick<typeof legalHolds.$inferSelect, "subjectKind" | "subjectId" | "contactWorkspaceId">,
  { vault }: ErasureContext,
): Pick<StandingHold, "keys" | "digest"> {
  const { subjectKind, subjectId: id, contactWorkspaceId: workspaceId } = hold;
  switch (subjectKind) {
    case "workspace":
      return { keys: { workspaceId: id }, digest: vault.digest("workspace", id) };
    case "contact": {
      const contact = { workspaceId: workspaceId ?? "", contactId: id };
      return { keys: contact, digest: contactDigest(vault, contact) };
    }
    case "account":
    case "meta_user":
      return { keys: { userId: id }, digest: vault.digest("account", id) };
  }
}
