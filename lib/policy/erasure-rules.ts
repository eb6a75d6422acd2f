import type { ErasureRules } from "@/lib/erasure/context";
import type { PolicyProfile } from "./profile";
import { publishedRetentions } from "./published-retentions";

/** The part of a profile that steers the domain. */
export function erasureRules(profile: PolicyProfile): ErasureRules {
  return {
    profile: profile.name,
    version: profile.version,
    channels: profile.channels,
    acknowledgeWithinHours: profile.deadlines.acknowledgeWithinHours,
    completeWithinDays: profile.deadlines.completeWithinDays,
    dueFrom: profile.deadlines.from,
    graceDays: profile.graceDays,
    verificationValidMinutes: profile.verificationValidMinutes,
    unverifiedDays: profile.unverifiedDays,
    metaRevocation: profile.metaRevocation,
    endCustomers: profile.endCustomers,
    proof: profile.proof,
    erasesMembersWithoutWorkspace: profile.erasesMembersWithoutWorkspace,
    retentionMonths: Object.fromEntries(
      Object.entries(profile.retentions).map(([name, { months }]) => [name, months]),
    ),
    retentionBases: Object.fromEntries(
      Object.entries(publishedRetentions(profile)).map(([name, { basis }]) => [name, basis]),
    ),
    backupRollOffDays: profile.backups?.rollOffDays ?? null,
    confirmAfterDays:
      profile.backups?.confirmsAfter === "backups" ? profile.backups.rollOffDays : 0,
  };
}
