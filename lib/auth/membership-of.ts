import "server-only";
import { database } from "@/lib/database";
import { WorkspaceSlug } from "@/lib/erasure/schemas";
import { safely } from "@/lib/safely";
import { findMembership, type Membership } from "./find-membership";

/** Somebody's membership of the workspace at an address, as it is now. */
export async function membershipOf(userId: string, slug: string): Promise<Membership | null> {
  if (!WorkspaceSlug.safeParse(slug).success) return null;
  return await safely("membership-of", () => findMembership(database().db, userId, { slug }));
}
