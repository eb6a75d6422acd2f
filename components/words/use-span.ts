import { useFormatter } from "next-intl";

type Unit = "minute" | "hour" | "day" | "month";

/** Says a length of time in words, in the largest unit that says it exactly: 84 months are 7 years. */
export function useSpan(): (amount: number, unit: Unit) => string {
  const format = useFormatter();

  return (amount, unit) => {
    const exact = inLargestUnit(amount, unit);
    return format.number(exact.amount, { style: "unit", unit: exact.unit, unitDisplay: "long" });
  };
}

function inLargestUnit(amount: number, unit: Unit) {
  if (unit === "month" && amount >= 24 && amount % 12 === 0) {
    return { amount: amount / 12, unit: "year" };
  }
  if (unit === "hour" && amount >= 48 && amount % 24 === 0) {
    return { amount: amount / 24, unit: "day" };
  }
  return { amount, unit };
}
