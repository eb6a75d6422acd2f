import { TeamError } from "./errors";
import type { TeamActor } from "./on-team";
import type { Role } from "./schemas";

/**
 * Owners may do everything to a team; admins everything but touch owners or make somebody one;
 * agents nothing.
 *
 * @param roles that the act takes away or gives.
 * @throws TeamError `not_authorised` or `owners_only`.
 */
export function assertMayTouch(actor: TeamActor, ...roles: readonly Role[]): void {
  if (actor.role === "agent") {
    throw new TeamError("not_authorised", "Only owners and admins may change a team.");
  }
  if (actor.role === "admin" && roles.includes("owner")) {
    throw new TeamError("owners_only", "Only owners may change owners.");
  }
}
