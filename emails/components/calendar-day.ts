const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A date as a mail states it, "22 November 2026", in UTC wherever it is written. */
export function calendarDay(date: Date): string {
  return format.format(date);
}
