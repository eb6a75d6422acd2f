import { locale } from "@/components/ui/locale";

const format = new Intl.DateTimeFormat(locale.language, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});

/** Hours and minutes, in UTC like every time we print. */
export function TimeOfDay({ value }: { value: Date }) {
  return (
    <time dateTime={value.toISOString()} className="tabular-nums">
      {format.format(value)}
    </time>
  );
}
