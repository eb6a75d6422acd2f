import { formatDate } from "./format-date";

type DateTimeProps = {
  value: Date;
  precision?: "day" | "minute";
};

/** A moment for people and, in its attribute, for machines. */
export function DateTime({ value, precision = "day" }: DateTimeProps) {
  return (
    <time dateTime={value.toISOString()} className="whitespace-nowrap">
      {formatDate(value, precision)}
    </time>
  );
}
