import { boundsOf, type LawBounds } from "../laws";
import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Promises that are less than what a law it names demands. */
export function contradictionsWithLaw(profile: PolicyProfile): Contradiction[] {
  return profile.laws.flatMap((law) => {
    const bounds = boundsOf(law);
    return [...tooLate(profile, bounds), ...tooShort(profile, bounds)].map(
      (promise): Contradiction => ({
        code: "law_broken",
        sentence: `It says that it follows ${bounds.title}, ${promise}.`,
      }),
    );
  });
}

function tooLate({ deadlines, graceDays, unverifiedDays }: PolicyProfile, bounds: LawBounds) {
  const { acknowledgeWithinHours, extensionDays } = deadlines;
  const waits = bounds.countsFromReceipt && deadlines.from === "verification" ? unverifiedDays : 0;
  const completeWithinDays = deadlines.completeWithinDays + waits;
  const found: string[] = [];

  if (acknowledgeWithinHours > (bounds.acknowledgeWithinHours ?? Number.POSITIVE_INFINITY)) {
    found.push(
      `which has receipt confirmed in ${bounds.acknowledgeWithinHours} hours, and takes ${acknowledgeWithinHours}`,
    );
  }
  if (completeWithinDays > (bounds.completeWithinDays ?? Number.POSITIVE_INFINITY)) {
    found.push(
      `which allows ${bounds.completeWithinDays} days${waits > 0 ? " from receipt" : ""}, and may take ${completeWithinDays}`,
    );
  }
  if (extensionDays > (bounds.extensionDays ?? Number.POSITIVE_INFINITY)) {
    found.push(
      `which allows ${bounds.extensionDays} more days, and may take ${extensionDays} more`,
    );
  }
  // Nothing is frozen before the grace period is over.
  if (graceDays > (bounds.restrictWithinDays ?? Number.POSITIVE_INFINITY)) {
    found.push(
      `which has processing restricted in ${bounds.restrictWithinDays} days, and restricts nothing during a grace period of ${graceDays}`,
    );
  }
  return found;
}

function tooShort({ retentions }: PolicyProfile, { retentionMonths }: LawBounds): string[] {
  return (["audit_log", "request_ledger"] as const).flatMap((name) => {
    const least = retentionMonths?.[name] ?? 0;
    const months = retentions[name]?.months ?? least;
    return months < least
      ? [`which has ${name} kept for ${least} months, and keeps it for ${months}`]
      : [];
  });
}
