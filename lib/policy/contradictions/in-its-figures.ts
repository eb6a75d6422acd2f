import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Figures that are none, a date that is none, no version. */
export function contradictionsInFigures(profile: PolicyProfile): Contradiction[] {
  const found = figuresOf(profile)
    .filter(([, figure, least]) => !Number.isInteger(figure) || figure < least)
    .map(
      ([what, figure, least]): Contradiction => ({
        code: "not_a_figure",
        sentence: `${what} is ${figure}; it has to be a whole number, ${least} or more.`,
      }),
    );
  if (!isDate(profile.lastUpdated)) {
    found.push({
      code: "not_a_date",
      sentence: `It was last updated on "${profile.lastUpdated}", which is no date like 2026-11-24.`,
    });
  }
  if (profile.version.trim() === "") {
    found.push({
      code: "no_version",
      sentence: "It has no version, so no request could say under which promises it was made.",
    });
  }
  return found;
}

type Figure = [what: string, figure: number, least: number];

function figuresOf({ backups, deadlines, ...profile }: PolicyProfile): Figure[] {
  const rollOff: Figure[] = backups
    ? [["The days until backups have rolled off", backups.rollOffDays, 1]]
    : [];
  const kept = Object.entries(profile.retentions).map(
    ([name, { months }]): Figure => [`The months to keep ${name}`, months, 1],
  );
  return [
    ["The hours to acknowledge", deadlines.acknowledgeWithinHours, 0],
    ["The days to complete", deadlines.completeWithinDays, 1],
    ["The days of an extension", deadlines.extensionDays, 0],
    ["The grace period in days", profile.graceDays, 0],
    ["The minutes that a link is valid", profile.verificationValidMinutes, 1],
    ["The days to verify a request", profile.unverifiedDays, 1],
    ...rollOff,
    ...kept,
  ];
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
