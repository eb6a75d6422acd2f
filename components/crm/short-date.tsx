import { locale } from "@/components/ui/locale";

const thisYear = new Intl.DateTimeFormat(locale.language, {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const anyYear = new Intl.DateTimeFormat(locale.language, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day in as few letters as will do: the year only where it is not the current one. */
export function ShortDate({ value, now }: { value: Date; now: Date }) {
  const format = value.getUTCFullYear() === now.getUTCFullYear() ? thisYear : anyYear;

  return (
    <time dateTime={value.toISOString()} className="whitespace-nowrap tabular-nums">
      {format.format(value)}
    </time>
  );
}
