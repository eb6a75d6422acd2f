"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { type ContactPage, everyContact, type Tag } from "@/lib/contacts/schemas";
import { ContactFilters } from "./contact-filters";
import { type ContactSelection, nothingSelected } from "./contact-selection";
import { ContactSelectionBar } from "./contact-selection-bar";
import { ContactTable } from "./contact-table";
import { contactsMessages } from "./messages/contacts-messages";
import {
  type ContactQuery,
  type CountContacts,
  type FindContacts,
  useContactPages,
} from "./use-contact-pages";

type ContactBrowserProps = {
  workspaceId: string;
  initial: ContactPage & { total: number };
  tags: readonly Tag[];
  now: Date;
  /** Beside the heading: what else can be done with contacts. */
  actions?: ReactNode;
  findContacts: FindContacts;
  countContacts: CountContacts;
};

const everybody: ContactQuery = { filter: everyContact, sort: "name" };

/** A workspace's contacts: searched, narrowed down, gone through and chosen. */
export function ContactBrowser(props: ContactBrowserProps) {
  const { workspaceId, initial, tags, now, actions, findContacts, countContacts } = props;
  const [query, setQuery] = useState(everybody);
  const [selection, setSelection] = useState<ContactSelection>(nothingSelected);
  const found = useContactPages({
    workspaceId,
    query,
    initial,
    findContacts,
    countContacts,
  });
  const { contacts, total, state, loadMore, reload } = found;

  /** What was chosen among other contacts must not be acted on unseen. */
  const ask = useCallback((next: ContactQuery) => {
    setQuery(next);
    setSelection(nothingSelected);
  }, []);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-4 px-4 pt-5 pb-4 sm:px-6">
        <PageHeader title={contactsMessages.title} lead={countIn(total)} actions={actions} />
        <ContactFilters query={query} tags={tags} onChange={ask} />
      </div>
      <LiveRegion>{state === "loading" ? contactsMessages.loading : countIn(total)}</LiveRegion>
      <ContactSelectionBar
        selection={selection}
        total={total}
        onSelectAll={() => setSelection({ isAll: true, ids: new Set() })}
        onClear={() => setSelection(nothingSelected)}
      />
      {state === "failed" && (
        <Callout tone="warning" role="alert" title={contactsMessages.failed} className="m-4">
          <Button variant="secondary" size="compact" className="mt-3" onClick={reload}>
            {contactsMessages.again}
          </Button>
        </Callout>
      )}
      {contacts.length === 0 && state === "ready" ? (
        <p className="p-6 text-ink-muted">
          {query === everybody ? contactsMessages.nobody : contactsMessages.nobodyFound}
        </p>
      ) : (
        <ContactTable
          key={`${query.sort} ${JSON.stringify(query.filter)}`}
          contacts={contacts}
          total={total}
          isStale={state === "loading"}
          now={now}
          selection={selection}
          onSelect={setSelection}
          onEndInSight={loadMore}
        />
      )}
    </div>
  );
}

function countIn(total: number | null): string {
  if (total === null) return contactsMessages.counting;
  return total === 1
    ? contactsMessages.countedOne
    : fillMessage(contactsMessages.counted, { count: formatCount(total) });
}
