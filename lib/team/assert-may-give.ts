import { roleMay } from "@/lib/authorization/role-may";
import { TeamError } from "./errors";
import type { TeamActor } from "./on-team";
import type { Role } from "./schemas";

/**
 * Roles of owners are not everybody's to give or to take away who may change the team.
 *
 * @param roles that the act takes away or gives.
 * @throws TeamError `owners_only`.
 */
export function assertMayGive({ role }: TeamActor, ...roles: readonly Role[]): void {
  if (!roles.includes("owner") || roleMay("change_owners", role)) return;
  throw new TeamError("owners_only", "Only owners may change owners.");
}
