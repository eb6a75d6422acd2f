import { and, eq } from "drizzle-orm";
import { messageStatusEvents, messages } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { IngestContext } from "./ingest-context";
import type { StatusReport } from "./webhook-payload";

/**
 * Notes what became of a message that a workspace sent, once for each thing that can become of it, in
 * whatever order the reports come.
 *
 * One for a message that is not there is of no interest: it went with its contact, or was never ours.
 * @throws what the fence throws when its workspace or contact is being erased.
 */
export async function takeStatus(
  { db }: IngestContext,
  { workspaceId, report }: { workspaceId: string; report: StatusReport },
): Promise<"taken" | "repeated" | "unknown_message"> {
  return await db.transaction(async (tx) => {
    const [message] = await tx
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.workspaceId, workspaceId),
          eq(messages.providerMessageId, report.id),
          eq(messages.direction, "outbound"),
        ),
      )
      .for("no key update");
    if (message === undefined) return "unknown_message";

    const known = await tx
      .select({ id: messageStatusEvents.id })
      .from(messageStatusEvents)
      .where(
        and(
          eq(messageStatusEvents.workspaceId, workspaceId),
          eq(messageStatusEvents.messageId, message.id),
          eq(messageStatusEvents.status, report.status),
        ),
      );
    if (known.length > 0) return "repeated";
    await tx.insert(messageStatusEvents).values({
      workspaceId,
      id: newId(),
      messageId: message.id,
      status: report.status,
      // The code alone: what Meta writes beside it may name the number.
      error: report.errors?.map(({ code }) => code).join(", ") ?? null,
      occurredAt: report.timestamp,
    });
    return "taken";
  });
}
