/** Outlasts another system's bad weekend, and leaves most of the month that a request has. */
const triedForMilliseconds = 72 * 60 * 60_000;

/** Until when recipients are told again and again, and a run waits for them: three days from now. */
export function recipientsGivenUpAt(now: Date): Date {
  return new Date(now.getTime() + triedForMilliseconds);
}
