import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import {
  contacts,
  type erasureRequests,
  memberships,
  metaIdentities,
  users,
  workspaces,
} from "@/db/schema";
import type { ErasureContext } from "../context";
import type { SealedRequest } from "../sealed-request";
import { ownsAlone } from "../sole-owner";
import { numbersOf } from "./find-hold-target";
import type { Candidate, CandidateNote } from "./status";
import { writtenAddresses } from "./written-addresses";

const mostFound = 20;

/** Whom a request may be about, by what was written in it; for people to choose from. */
export async function findCandidates(
  ctx: ErasureContext,
  { subjectKind }: typeof erasureRequests.$inferSelect,
  content: SealedRequest,
): Promise<Candidate[]> {
  switch (subjectKind) {
    case "workspace":
      return await findWorkspaces(ctx, content);
    case "contact":
      return await findContacts(ctx, content);
    default:
      return await findAccounts(ctx, subjectKind, content);
  }
}

async function findAccounts(
  { db }: ErasureContext,
  kind: "account" | "meta_user",
  content: SealedRequest,
): Promise<Candidate[]> {
  const { email, metaUserId, details } = content;
  const written = writtenAddresses(content);
  const metaIds = [metaUserId, details?.metaUserId].filter((id) => id !== undefined);
  const addresses = email === undefined ? written : [email, ...written];
  const ways: SQL[] = [];
  if (addresses.length > 0) ways.push(inArray(users.email, addresses));
  if (metaIds.length > 0) ways.push(inArray(metaIdentities.metaUserId, metaIds));
  if (ways.length === 0) return [];
  const found = await db
    .select({ user: users, metaUserId: metaIdentities.metaUserId })
    .from(users)
    .leftJoin(metaIdentities, eq(metaIdentities.userId, users.id))
    .where(or(...ways))
    .limit(mostFound);
  const candidates: Candidate[] = [];
  for (const { user, metaUserId: linked } of found) {
    const notes: CandidateNote[] = [];
    notes.push(...noteOn(user.email, email, written));
    if (linked !== null && metaIds.includes(linked)) notes.push("same_meta_login");
    if (user.passwordHash === null) notes.push("meta_login_only");
    if (await ownsAlone(db, user.id)) notes.push("sole_owner");
    const label = `${user.name} (${user.email})`;
    candidates.push({ kind, subjectId: user.id, workspaceId: null, label, notes });
  }
  return candidates;
}

async function findWorkspaces(
  { db }: ErasureContext,
  { email, workspaceSlug, businessName }: SealedRequest,
): Promise<Candidate[]> {
  const ways: SQL[] = [];
  if (workspaceSlug !== undefined) ways.push(eq(workspaces.slug, workspaceSlug));
  if (businessName !== undefined) ways.push(eq(workspaces.businessName, businessName));
  if (ways.length === 0) return [];
  const found = await db
    .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name })
    .from(workspaces)
    .where(or(...ways))
    .limit(mostFound);
  const roles = await db
    .select({ workspaceId: memberships.workspaceId, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(users.email, email ?? ""),
        inArray(
          memberships.workspaceId,
          found.map(({ id }) => id),
        ),
      ),
    );
  return found.map(({ id, slug, name }) => ({
    kind: "workspace",
    subjectId: id,
    workspaceId: null,
    label: `${name} (${slug})`,
    notes: [roles.find(({ workspaceId }) => workspaceId === id)?.role ?? "not_a_member"],
  }));
}

async function findContacts({ db }: ErasureContext, content: SealedRequest): Promise<Candidate[]> {
  const { email, details } = content;
  const written = writtenAddresses(content);
  const addresses = email === undefined ? written : [email, ...written];
  const numbers = details?.whatsappNumber === undefined ? [] : numbersOf(details.whatsappNumber);
  const ways: SQL[] = [];
  if (addresses.length > 0) ways.push(inArray(contacts.email, addresses));
  if (numbers.length > 0) ways.push(inArray(contacts.phone, numbers));
  if (ways.length === 0) return [];
  const found = await db
    .select({
      id: contacts.id,
      workspaceId: contacts.workspaceId,
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      slug: workspaces.slug,
    })
    .from(contacts)
    .innerJoin(workspaces, eq(workspaces.id, contacts.workspaceId))
    .where(or(...ways))
    .limit(mostFound);
  return found.map((contact) => ({
    kind: "contact",
    subjectId: contact.id,
    workspaceId: contact.workspaceId,
    label: `${contact.name} (${contact.slug})`,
    notes: [
      ...(contact.email === null ? [] : noteOn(contact.email, email, written)),
      ...(contact.phone !== null && numbers.includes(contact.phone) ? ["same_phone" as const] : []),
    ],
  }));
}

function noteOn(
  address: string,
  email: string | undefined,
  written: readonly string[],
): ("same_address" | "named")[] {
  if (address === email) return ["same_address"];
  return written.includes(address) ? ["named"] : [];
}
