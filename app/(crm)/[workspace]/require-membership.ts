import { notFound } from "next/navigation";
import { cache } from "react";
import { membershipOf, requireUser } from "@/lib/auth";
import { roleMay } from "@/lib/authorization/role-may";

/**
 * The signed-in person and their membership of the workspace in the address.
 *
 * Asked by every layout, page and action for itself: a layout alone protects nothing. Somebody
 * else's workspace looks like one that does not exist.
 */
export const requireMembership = cache(async (slug: string) => {
  const user = await requireUser(`/${slug}`);
  const membership = await membershipOf(user.id, slug);
  if (membership === null || !roleMay("read_workspace", membership.role)) notFound();

  return { user, membership };
});
