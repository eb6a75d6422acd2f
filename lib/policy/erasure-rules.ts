import type { ErasureRules } from "@/lib/erasure/context";
import { vocabulary } from "@/messages/en/vocabulary";
import type { PolicyProfile } from "./profile";

/** The part of a profile that steers the domain. */
export function erasureRules(profile: PolicyProfile): ErasureRules {
  return {
    profile: profile.name,
    version: profile.version,
    languages: profile.languages,
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
      Object.entries(profile.retentions).map(([name, { ground }]) => [
        name,
        vocabulary.grounds[ground].basis,
      ]),
    ),
    backupRollOffDays: profile.backups?.rollOffDays ?? null,
    confirmAfterDays:
      profile.backups?.confirmsAfter === "backups" ? profile.backups.rollOffDays : 0,
  };
}
