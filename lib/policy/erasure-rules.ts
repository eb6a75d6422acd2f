import type { ErasureRules } from "@/lib/erasure/context";
import { vocabulary } from "@/messages/en/vocabulary";
import { boundsOf } from "./laws";
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
    extensionDays: profile.deadlines.extensionDays,
    extensionToldWithinMonths: shortest(
      profile.laws.map((law) => boundsOf(law).extensionToldWithinMonths),
    ),
    graceDays: profile.graceDays,
    graceMayBeCutShort: profile.graceMayBeCutShort,
    verificationValidMinutes: profile.verificationValidMinutes,
    unverifiedDays: profile.unverifiedDays,
    metaRevocation: profile.metaRevocation,
    endCustomers: profile.endCustomers,
    proof: profile.proof,
    mayAskForMore: profile.mayAskForMore,
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

function shortest(bounds: readonly (number | undefined)[]): number | null {
  const set = bounds.filter((bound) => bound !== undefined);
  return set.length === 0 ? null : Math.min(...set);
}
