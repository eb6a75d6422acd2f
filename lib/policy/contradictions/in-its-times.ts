import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Times that leave no room for each other. */
export function contradictionsInTimes(profile: PolicyProfile): Contradiction[] {
  const { acknowledgeWithinHours, completeWithinDays } = profile.deadlines;
  const { backups, graceDays, unverifiedDays, verificationValidMinutes } = profile;
  const found: Contradiction[] = [];

  if (graceDays >= completeWithinDays) {
    found.push({
      code: "grace_outlasts_deadline",
      sentence: `It promises completion within ${completeWithinDays} days and a grace period of ${graceDays}: the deadline would pass before anything may be deleted.`,
    });
  }
  if (acknowledgeWithinHours > completeWithinDays * 24) {
    found.push({
      code: "acknowledged_after_completion",
      sentence: `It confirms receipt within ${acknowledgeWithinHours} hours, later than the ${completeWithinDays} days in which it promises to be finished.`,
    });
  }
  if (verificationValidMinutes > unverifiedDays * 24 * 60) {
    found.push({
      code: "link_outlasts_request",
      sentence: `A link is valid for ${verificationValidMinutes} minutes, longer than the ${unverifiedDays} days after which an unverified request is let go.`,
    });
  }
  if (
    backups?.confirmsAfter === "backups" &&
    graceDays + backups.rollOffDays >= completeWithinDays
  ) {
    found.push({
      code: "backups_outlast_deadline",
      sentence: `It confirms once backups are gone, ${backups.rollOffDays} days after a purge that may wait for ${graceDays}, and promises completion within ${completeWithinDays}.`,
    });
  }
  return found;
}
