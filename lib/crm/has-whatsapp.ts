import { and, eq } from "drizzle-orm";
import { channelConnections } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** Whether a workspace has a WhatsApp connection: a number and templates at Meta. */
export async function hasWhatsApp(db: Db, workspaceId: string): Promise<boolean> {
  const found = await db
    .select({ id: channelConnections.id })
    .from(channelConnections)
    .where(
      and(eq(channelConnections.workspaceId, workspaceId), eq(channelConnections.kind, "whatsapp")),
    )
    .limit(1);
  return found.length > 0;
}
