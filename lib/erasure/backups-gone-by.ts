import { daysAfter } from "./calendar";
import type { ErasureContext } from "./context";

/** When the last backup of what ends now will have rolled off; null where none are kept. */
export function backupsGoneBy({ rules, now }: Pick<ErasureContext, "rules" | "now">): Date | null {
  return rules.backupRollOffDays === null ? null : daysAfter(now(), rules.backupRollOffDays);
}
