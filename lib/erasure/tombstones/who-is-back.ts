import { and, eq, inArray, sql } from "drizzle-orm";
import { contacts, metaIdentities, users, workspaces } from "@/db/schema";
import type { Db, Tx } from "../context";
import { uuidArray } from "../uuid-array";
import type { Tombstone } from "./tombstone";

/** A subject that was erased and is there again. */
export type Returned =
  | { kind: "workspace"; id: string }
  | { kind: "account"; id: string }
  | { kind: "meta_user"; id: string; metaUserId: string }
  | { kind: "contact"; workspaceId: string; ids: string[] };

/** Which of a tombstone's subjects the database has: none, unless something was restored. */
export async function whoIsBack(db: Db | Tx, { erased }: Tombstone): Promise<Returned[]> {
  const returned: Returned[] = [];
  for (const { kind, keys } of erased) {
    const userIds = [keys.userId ?? []].flat();
    const workspaceIds = [keys.workspaceId ?? []].flat();
    if (kind === "workspace") returned.push(...(await workspacesAmong(db, workspaceIds)));
    else if (kind === "account") returned.push(...(await accountsAmong(db, userIds)));
    else if (kind === "meta_user") returned.push(...(await metaUsersAmong(db, userIds)));
    else {
      const contactIds = [keys.contactId ?? []].flat();
      for (const id of workspaceIds) returned.push(...(await contactsAmong(db, id, contactIds)));
    }
  }
  return returned;
}

async function workspacesAmong(db: Db | Tx, ids: string[]): Promise<Returned[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(inArray(workspaces.id, ids));
  return found.map(({ id }) => ({ kind: "workspace", id }));
}

async function accountsAmong(db: Db | Tx, ids: string[]): Promise<Returned[]> {
  if (ids.length === 0) return [];
  const found = await db.select({ id: users.id }).from(users).where(inArray(users.id, ids));
  return found.map(({ id }) => ({ kind: "account", id }));
}

async function metaUsersAmong(db: Db | Tx, ids: string[]): Promise<Returned[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select({ id: metaIdentities.userId, metaUserId: metaIdentities.metaUserId })
    .from(metaIdentities)
    .where(inArray(metaIdentities.userId, ids));
  return found.map((one) => ({ kind: "meta_user", ...one }));
}

async function contactsAmong(db: Db | Tx, workspaceId: string, ids: string[]): Promise<Returned[]> {
  const found = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(eq(contacts.workspaceId, workspaceId), sql`${contacts.id} = any(${uuidArray(ids)})`),
    );
  if (found.length === 0) return [];
  return [{ kind: "contact", workspaceId, ids: found.map(({ id }) => id) }];
}
