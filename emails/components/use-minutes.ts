import { useFormatter } from "next-intl";

/** Says a number of minutes in words. */
export function useMinutes(): (minutes: number) => string {
  const format = useFormatter();

  return (minutes) =>
    format.number(minutes, { style: "unit", unit: "minute", unitDisplay: "long" });
}
