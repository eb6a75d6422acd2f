import { locale } from "@/components/ui/locale";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size in the largest unit that keeps it at one or more. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat(locale.language, {
    style: "unit",
    unit: units[power] ?? "byte",
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}
