import { useFormatter, useTranslations } from "next-intl";
import type { PolicyProfile } from "@/lib/policy/profile";

type Detail = keyof PolicyProfile["formDetails"];

const published = [
  "businessName",
  "fullName",
  "whatsappNumber",
  "organization",
  "metaBusinessAccountId",
  "metaUserId",
  "description",
] as const satisfies Detail[];

/** Names what is asked for besides the address, as one list; empty when nothing is. */
export function useListOfDetails(): (
  asked: readonly Detail[] | Readonly<Partial<Record<Detail, unknown>>>,
) => string {
  const t = useTranslations("policy.ask.details");
  const format = useFormatter();

  return (asked) => {
    const names: readonly string[] = Array.isArray(asked) ? asked : Object.keys(asked);
    return format.list(published.filter((name) => names.includes(name)).map((name) => t(name)));
  };
}
