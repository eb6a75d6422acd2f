import { and, desc, eq, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Tx } from "@/lib/erasure";

type Thread = {
  workspaceId: string;
  channelConnectionId: string;
  contactId: string;
  groupId: string | null;
  at: Date;
};

/** The thread that a message belongs to, opened where there is none: with its sender, or in a group. */
export async function findThread(tx: Tx, thread: Thread): Promise<string> {
  return thread.groupId === null
    ? await withSender(tx, thread)
    : await inGroup(tx, thread, thread.groupId);
}

/** A message that comes late opens nothing again and takes no newer one's place. */
export async function touchThread(
  tx: Tx,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: Date },
): Promise<void> {
  await tx
    .update(conversations)
    .set({ lastMessageAt: at, state: "open" })
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.id, id),
        sql`(${conversations.lastMessageAt} is null or ${conversations.lastMessageAt} < ${at.toISOString()}::timestamptz)`,
      ),
    );
}

async function withSender(tx: Tx, thread: Thread): Promise<string> {
  const { workspaceId, channelConnectionId, contactId, at } = thread;
  const [found] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.contactId, contactId),
        eq(conversations.channelConnectionId, channelConnectionId),
      ),
    )
    .orderBy(sql`${desc(conversations.lastMessageAt)} nulls last`, desc(conversations.id))
    .limit(1);
  if (found !== undefined) return found.id;
  const id = newId();
  await tx
    .insert(conversations)
    .values({ workspaceId, id, contactId, channelConnectionId, lastMessageAt: at });
  return id;
}

/** Two of its members may be the first at the same moment. */
async function inGroup(tx: Tx, thread: Thread, groupId: string): Promise<string> {
  const { workspaceId, channelConnectionId, at } = thread;
  await tx
    .insert(conversations)
    .values({ workspaceId, id: newId(), groupId, channelConnectionId, lastMessageAt: at })
    .onConflictDoNothing();
  const [found] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.channelConnectionId, channelConnectionId),
        eq(conversations.groupId, groupId),
      ),
    );
  if (found === undefined) throw new Error("A group's thread is gone that was just there.");
  return found.id;
}
