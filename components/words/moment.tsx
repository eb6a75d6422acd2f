import { useFormatter, useTranslations } from "next-intl";

type MomentProps = { value: Date; precision?: "day" | "minute" };

/** A moment in the reader's language and, in its attribute, for machines. Always in UTC. */
export function Moment({ value, precision = "day" }: MomentProps) {
  const format = useFormatter();
  const t = useTranslations("site");
  const day = format.dateTime(value, "day");

  return (
    <time dateTime={value.toISOString()} className="whitespace-nowrap">
      {precision === "day" ? day : t("moment", { day, time: format.dateTime(value, "time") })}
    </time>
  );
}
