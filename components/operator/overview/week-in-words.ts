const form = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** A week by its Monday. */
export function weekInWords(week: Date): string {
  return form.format(week);
}
