import { utc } from "@date-fns/utc";
import { addDays, addHours, addMinutes, addMonths } from "date-fns";

/**
 * Deadlines in UTC: a day is 24 hours whatever the server's zone, and a month after the 31st is the
 * last of the next.
 */
export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(+addMinutes(at, minutes));
}

export function hoursAfter(at: Date, hours: number): Date {
  return new Date(+addHours(at, hours));
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(+addDays(at, days, { in: utc }));
}

export function monthsAfter(at: Date, months: number): Date {
  return new Date(+addMonths(at, months, { in: utc }));
}
