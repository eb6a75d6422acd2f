import { useFormatter } from "next-intl";

/** Says a date as a mail states it, "22 November 2026", in UTC wherever it is written. */
export function useDay(): (date: Date) => string {
  const format = useFormatter();

  return (date) => format.dateTime(date, "day");
}
