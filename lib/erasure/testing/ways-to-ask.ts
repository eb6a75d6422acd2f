import { and, eq, sql } from "drizzle-orm";
import { contacts, erasureRequests, memberships, metaIdentities, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import type { Actor, ErasureContext } from "../context";
import { eraseForTask } from "../controllers/erase-for-task";
import { listControllerTasks } from "../controllers/list-controller-tasks";
import { openFormRequest } from "../open-form-request";
import { openMetaRequest } from "../open-meta-requests";
import type { HoldTarget } from "../place-hold";
import { scheduleWorkspaceErasure } from "../schedule-workspace-erasure";
import { openSealedRequest } from "../sealed-request";
import { verifyRequest } from "../verify-request";

export const waysToAsk = ["settings", "mail", "meta", "forwarded"] as const;
export type WayToAsk = (typeof waysToAsk)[number];

/** Somebody whose data can be asked for, and what is done outside the desk until it is gone. */
export type Asker = {
  workspaceId: string;
  /** Asks, however often; the same again changes nothing while it is open. */
  ask(): Promise<unknown>;
  /** What those have to do whom the request waits for: follow the mailed link, erase a customer. */
  answer(): Promise<unknown>;
  /** Where a legal hold keeps all of it. */
  target: HoldTarget;
  /** Whether what was asked for is still there. */
  isThere(): Promise<boolean>;
};

type Given = {
  as: (actor: Actor) => ErasureContext;
  /** Sends a mail from this address, and reads it, as the provider and the worker do. */
  write(from: string): Promise<unknown>;
};

/** A workspace of its own for each, with one contact in it. */
export async function openWay(way: WayToAsk, { as, write }: Given): Promise<Asker> {
  const ctx = as({ type: "requester" });
  const { db } = ctx;
  const made = await createWorkspace(db, { contacts: 1, messages: 2 });
  const { id: workspaceId, slug, ownerId, agentId, contactIds } = made;
  const [contactId = ""] = contactIds;
  const email = way === "forwarded" ? `customer@${slug}.test` : `agent@${slug}.test`;
  const follow = async () => await followLink(ctx, email);
  const account = {
    workspaceId,
    target: { subjectKind: "account", subjectId: agentId } as const,
    isThere: async () => (await db.$count(users, eq(users.id, agentId))) > 0,
  };
  switch (way) {
    case "settings":
      return {
        workspaceId,
        ask: () =>
          scheduleWorkspaceErasure(as({ type: "owner", userId: ownerId }), {
            ...{ workspaceId, confirmSlug: slug },
          }),
        answer: async () => {},
        target: { subjectKind: "workspace", subjectId: workspaceId },
        isThere: async () => (await db.$count(contacts, eq(contacts.workspaceId, workspaceId))) > 0,
      };
    case "mail":
      return { ...account, ask: () => write(email), answer: follow };
    case "meta": {
      const metaUserId = String(BigInt(`0x${newId().replaceAll("-", "")}`) % 10n ** 17n);
      await db.insert(metaIdentities).values({ userId: agentId, metaUserId, displayName: "A" });
      return {
        ...account,
        ask: () => openMetaRequest(as({ type: "meta" }), { metaUserId }),
        answer: async () => {},
        isThere: async () =>
          (await db.$count(metaIdentities, eq(metaIdentities.userId, agentId))) > 0,
      };
    }
    case "forwarded": {
      const isTheirs = and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId));
      await db.update(contacts).set({ email }).where(isTheirs);
      return {
        workspaceId,
        ask: () =>
          openFormRequest(ctx, {
            ...{ email, requester: "end_customer", concern: "customer_records" },
            ...{ businessName: "Tea House", statement: true },
          }),
        async answer() {
          await follow();
          const owner = as({ type: "owner", userId: ownerId });
          for (const { id: taskId, state } of await listControllerTasks(ctx, workspaceId)) {
            if (state !== "open") continue;
            await eraseForTask(owner, { workspaceId, taskId, isTheCustomer: true });
          }
        },
        target: { subjectKind: "contact", workspaceId, subjectId: contactId },
        isThere: async () => (await db.$count(contacts, isTheirs)) > 0,
      };
    }
  }
}

/** Follows the newest link that was mailed to an address, if one is open. */
async function followLink(ctx: ErasureContext, email: string): Promise<void> {
  const mine = await ctx.db
    .select()
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.addressDigest, ctx.vault.digest("email", email)),
        eq(erasureRequests.state, "unverified"),
      ),
    );
  for (const { id, sealed } of mine) {
    const { verificationToken } = await openSealedRequest(ctx.vault, id, sealed);
    await verifyRequest(ctx, verificationToken ?? "");
  }
}

/** What a hold on these has to keep as it is: the rows themselves, byte for byte. */
export async function heldRows({ db }: ErasureContext, { target }: Asker): Promise<unknown> {
  if (target.subjectKind === "contact") {
    return await db.execute(sql`
      select t::text as row from ${contacts} t
      where t.workspace_id = ${target.workspaceId} and t.id = ${target.subjectId}`);
  }
  const isTheirs = sql`t.user_id = ${target.subjectId}`;
  return await db.execute(sql`
    select t::text as row from ${memberships} t where ${isTheirs}
    union all select t::text from ${metaIdentities} t where ${isTheirs} order by 1`);
}
