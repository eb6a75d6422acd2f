import { Search } from "lucide-react";
import { TextInput } from "@/components/ui/text-input";
import {
  type ContactFilter,
  ContactSort,
  contactSorts,
  lifecycleStages,
  type Tag,
} from "@/lib/contacts/schemas";
import { ContactFilterSelect } from "./contact-filter-select";
import { contactsMessages, stageNames } from "./messages/contacts-messages";
import type { ContactQuery } from "./use-contact-pages";

type ContactFiltersProps = {
  query: ContactQuery;
  tags: readonly Tag[];
  onChange: (query: ContactQuery) => void;
};

const messages = contactsMessages.filters;
const sortNames: Record<ContactSort, string> = {
  name: messages.byName,
  newest: messages.byNewest,
};

/** The search box and what narrows the list down. */
export function ContactFilters({ query, tags, onChange }: ContactFiltersProps) {
  const { filter, sort } = query;
  const narrow = (change: Partial<ContactFilter>) =>
    onChange({ sort, filter: { ...filter, ...change } });

  return (
    <search className="grid gap-3">
      <span className="relative block">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute inset-s-4 top-1/2 size-5 -translate-y-1/2 text-ink-muted"
        />
        <TextInput
          type="search"
          aria-label={contactsMessages.search.label}
          placeholder={contactsMessages.search.placeholder}
          value={filter.search}
          onChange={(event) => narrow({ search: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          className="ps-12"
        />
      </span>
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-4">
        <ContactFilterSelect
          label={messages.stage}
          value={filter.stage ?? ""}
          options={[
            ["", messages.anyStage],
            ...lifecycleStages.map((stage) => [stage, stageNames[stage]] as const),
          ]}
          onChange={(value) =>
            narrow({ stage: lifecycleStages.find((stage) => stage === value) ?? null })
          }
        />
        <ContactFilterSelect
          label={messages.tag}
          value={filter.tagId ?? ""}
          options={[["", messages.anyTag], ...tags.map(({ id, name }) => [id, name] as const)]}
          onChange={(value) => narrow({ tagId: value === "" ? null : value })}
        />
        <ContactFilterSelect
          label={messages.conversation}
          value={filter.hasConversation === null ? "" : String(filter.hasConversation)}
          options={[
            ["", messages.anyConversation],
            ["true", messages.withConversation],
            ["false", messages.withoutConversation],
          ]}
          onChange={(value) => narrow({ hasConversation: value === "" ? null : value === "true" })}
        />
        <ContactFilterSelect
          label={messages.sort}
          value={sort}
          options={contactSorts.map((one) => [one, sortNames[one]] as const)}
          onChange={(value) => onChange({ filter, sort: ContactSort.parse(value) })}
        />
      </div>
    </search>
  );
}
