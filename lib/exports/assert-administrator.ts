import { TeamError } from "@/lib/team/errors";
import type { TeamActor } from "@/lib/team/on-team";

/** @throws TeamError `not_authorised`: an export holds what agents see one by one, all at once. */
export function assertAdministrator({ role }: TeamActor): void {
  if (role !== "agent") return;
  throw new TeamError("not_authorised", "Only owners and admins may export.");
}
