import { fillMessage } from "@/components/ui/fill-message";
import { TextLink } from "@/components/ui/text-link";
import type { HoldRow } from "@/lib/erasure/desk/status";
import { basisInWords } from "../holds/basis-in-words";
import { caseMessages } from "../messages/case-messages";
import { holdMessages } from "../messages/hold-messages";

const { holds: words } = caseMessages;

type CaseHoldsProps = {
  holds: readonly HoldRow[];
  categories: Readonly<Record<string, string>>;
};

/** The legal holds that concern a request, and where they are released. */
export function CaseHolds({ holds, categories }: CaseHoldsProps) {
  return (
    <ul className="grid gap-3 text-sm">
      {holds.map(({ id, category, basis, reference }) => (
        <li key={id} className="grid gap-1">
          <span className="font-medium">
            {category === null ? holdMessages.table.everything : (categories[category] ?? category)}
          </span>
          <span className="text-ink-muted">
            {fillMessage(words.stands, { basis: basisInWords(basis), reference })}
          </span>
        </li>
      ))}
      <li>
        <TextLink href="/operator/holds">{words.all}</TextLink>
      </li>
    </ul>
  );
}
