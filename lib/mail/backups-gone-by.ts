import { utc } from "@date-fns/utc";
import { addDays } from "date-fns";
import type { PolicyProfile } from "@/lib/policy/profile";

/** When the last encrypted copy has been overwritten; null where no backups are kept. */
export function backupsGoneBy(
  closedAt: Date | null,
  { backups }: Pick<PolicyProfile, "backups">,
): Date | null {
  if (closedAt === null || backups === null) return null;
  return new Date(+addDays(closedAt, backups.rollOffDays, { in: utc }));
}
