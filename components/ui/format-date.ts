import { locale } from "./locale";

const day = new Intl.DateTimeFormat(locale.language, { dateStyle: "long", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat(locale.language, {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
  timeZoneName: "short",
});

/** Always in UTC, so that the server and every reader print the same words. */
export function formatDate(value: Date, precision: "day" | "minute" = "day"): string {
  return (precision === "day" ? day : minute).format(value);
}
