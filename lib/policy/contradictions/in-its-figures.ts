import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Figures that are none, a date that is none, no version. */
export function contradictionsInFigures(profile: PolicyProfile): Contradiction[] {
  return [
    ...figuresOf(profile).flatMap(([what, figure, least]): Contradiction[] =>
      Number.isInteger(figure) && figure >= least
        ? []
        : [
            {
              code: "not_a_figure",
              sentence: `${what} is ${figure}; it has to be a whole number, ${least} or more.`,
            },
          ],
    ),
    ...(isDate(profile.lastUpdated)
      ? []
      : [
          {
            code: "not_a_date",
            sentence: `It was last updated on "${profile.lastUpdated}", which is no date like 2026-11-24.`,
          } as const,
        ]),
    ...(profile.version.trim()
      ? []
      : [
          {
            code: "no_version",
            sentence:
              "It has no version, so no request could say under which promises it was made.",
          } as const,
        ]),
  ];
}

function figuresOf(profile: PolicyProfile): [what: string, figure: number, least: number][] {
  const { acknowledgeWithinHours, completeWithinDays, extensionDays } = profile.deadlines;
  const retained = Object.entries(profile.retentions).map(
    ([name, { months }]): [string, number, number] => [`The months to keep ${name}`, months, 1],
  );
  return [
    ["The hours to acknowledge", acknowledgeWithinHours, 0],
    ["The days to complete", completeWithinDays, 1],
    ["The days of an extension", extensionDays, 0],
    ["The grace period in days", profile.graceDays, 0],
    ["The minutes that a link is valid", profile.verificationValidMinutes, 1],
    ["The days to verify a request", profile.unverifiedDays, 1],
    ...(profile.backups === null
      ? []
      : [
          ["The days until backups have rolled off", profile.backups.rollOffDays, 1] as [
            string,
            number,
            number,
          ],
        ]),
    ...retained,
  ];
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
