import { z } from "zod";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import type { Vault } from "./context";
import { makePlan, type Plan, type Subject } from "./engine";

/**
 * Where a legal hold can stand that concerns a run: on a workspace, an account, one contact, or any
 * of a workspace's contacts. A Meta login is held with its account.
 */
export const HoldScope = z.union([
  z.object({ kind: z.enum(["workspace", "account", "contacts_of"]), id: z.uuid() }),
  z.object({ kind: z.literal("contact"), id: z.uuid(), workspaceId: z.uuid() }),
]);
export type HoldScope = z.infer<typeof HoldScope>;

/**
 * One subject of a run, as stored beside it: opaque keys only, cleared when the run is done.
 *
 * A group that is not settled still lists people who may turn out to belong elsewhere; it is
 * settled, under their locks, when the run comes to it.
 */
export const RunSubject = z.object({
  kind: z.enum(subjectKinds),
  keys: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  isSettled: z.boolean(),
  /** Where else than on itself a hold concerns it: on the workspaces of an account. */
  heldBy: z.array(HoldScope),
});
export type RunSubject = z.infer<typeof RunSubject>;

export const RunSubjects = z.array(RunSubject);

/** A subject whose members are known from the beginning, and which nothing holds yet. */
export function settledSubject(subject: { kind: string; keys: object }): RunSubject {
  return { ...(subject as Pick<RunSubject, "kind" | "keys">), isSettled: true, heldBy: [] };
}

export function workspaceSubject(workspaceId: string): Subject {
  return { kind: "workspace", keys: { workspaceId } };
}

/**
 * One account, or a group of them erased together.
 *
 * @param addressDigests of their e-mail addresses, for what was sent to them and names no account.
 */
export function accountSubject(
  userId: string | string[],
  addressDigests: readonly string[] = [],
): Subject {
  return { kind: "account", keys: { userId, addressDigests } };
}

export function metaUserSubject(userId: string): Subject {
  return { kind: "meta_user", keys: { userId } };
}

export type Contact = { workspaceId: string; contactId: string };

/**
 * An end customer of one workspace, or a group of them erased together: elsewhere the same person is
 * somebody else's contact.
 *
 * @param addressDigests of their phone numbers, for what came in before anybody knew whose it was.
 */
export function contactSubject(
  { workspaceId, contactId }: { workspaceId: string; contactId: string | string[] },
  addressDigests: readonly string[] = [],
): Subject {
  return { kind: "contact", keys: { workspaceId, contactId, addressDigests } };
}

export function contactDigest(
  vault: Pick<Vault, "digest">,
  { workspaceId, contactId }: Contact,
): string {
  return vault.digest("contact", `${workspaceId}/${contactId}`);
}

/** The plan for a subject on our own schema and map. */
export function planFor(subject: Subject): Plan {
  return makePlan(schema, erasureMap, subject);
}
