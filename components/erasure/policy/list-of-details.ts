import { formatList } from "@/components/ui/format-list";
import type { PolicyProfile } from "@/lib/policy/profile";
import { policyMessages } from "../messages/policy-messages";

type Details = keyof PolicyProfile["formDetails"];

/** What is asked for besides the address, as one list; empty when nothing is. */
export function listOfDetails(
  asked: readonly Details[] | Readonly<Partial<Record<Details, unknown>>>,
): string {
  const { details } = policyMessages.ask.ways;
  const names: readonly string[] = Array.isArray(asked) ? asked : Object.keys(asked);
  return formatList(
    Object.entries(details).flatMap(([name, words]) => (names.includes(name) ? [words] : [])),
  );
}
