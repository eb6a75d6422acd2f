"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import {
  type ContactChoice,
  type ContactPage,
  everyContact,
  type Tag,
} from "@/lib/contacts/schemas";
import { ContactFilters } from "./contact-filters";
import { type ContactSelection, nothingSelected } from "./contact-selection";
import { ContactSelectionBar } from "./contact-selection-bar";
import { ContactTable } from "./contact-table";
import type { ContactsDeletionActions, FollowDeletion } from "./deletion/contacts-deletion";
import { ContactsDeletions } from "./deletion/contacts-deletions";
import { DeleteContactsDialog } from "./deletion/delete-contacts-dialog";
import { contactsDeletionMessages } from "./messages/contacts-deletion-messages";
import { contactsMessages } from "./messages/contacts-messages";
import {
  type ContactQuery,
  type CountContacts,
  type FindContacts,
  useContactPages,
} from "./use-contact-pages";

type ContactBrowserProps = {
  workspaceId: string;
  slug: string;
  initial: ContactPage & { total: number | null };
  tags: readonly Tag[];
  now: Date;
  /** Beside the heading: what else can be done with contacts. */
  actions?: ReactNode;
  findContacts: FindContacts;
  countContacts: CountContacts;
  /** Null for those who may not delete contacts here. */
  deletion: ContactsDeletionActions | null;
  /** The deletions that are under way, the latest first. */
  deletions: readonly string[];
  followDeletion: FollowDeletion;
};

const everybody: ContactQuery = { filter: everyContact, sort: "name" };

/** A workspace's contacts: searched, narrowed down, gone through and chosen. */
export function ContactBrowser(props: ContactBrowserProps) {
  const { workspaceId, slug, initial, tags, now, actions, findContacts, countContacts } = props;
  const { deletion, followDeletion } = props;
  const [deletions, setDeletions] = useState(props.deletions);
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

  const scheduled = useCallback((selectionId: string) => {
    setDeletions((before) => [selectionId, ...before]);
    setSelection(nothingSelected);
  }, []);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-4 px-4 pt-5 pb-4 sm:px-6">
        <PageHeader title={contactsMessages.title} lead={countIn(total)} actions={actions} />
        <noscript>
          <Callout tone="neutral">{contactsMessages.withoutScript}</Callout>
        </noscript>
        <ContactFilters query={query} tags={tags} onChange={ask} />
      </div>
      <LiveRegion>{state === "loading" ? contactsMessages.loading : countIn(total)}</LiveRegion>
      <ContactSelectionBar
        selection={selection}
        total={total}
        onSelectAll={() => setSelection({ isAll: true, ids: new Set() })}
        onClear={() => setSelection(nothingSelected)}
      >
        {deletion && (
          <DeleteContactsDialog
            workspaceId={workspaceId}
            choice={choiceOf(selection, query)}
            trigger={
              <Button variant="danger" size="compact">
                {contactsDeletionMessages.button}
              </Button>
            }
            actions={deletion}
            onScheduled={scheduled}
          />
        )}
      </ContactSelectionBar>
      <ContactsDeletions
        workspaceId={workspaceId}
        selectionIds={deletions}
        follow={followDeletion}
        onEnded={reload}
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
          slug={slug}
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

/** All that match stays a rule, which the server resolves when it acts. */
function choiceOf({ isAll, ids }: ContactSelection, { filter }: ContactQuery): ContactChoice {
  return isAll ? { matching: filter, except: [...ids] } : { ids: [...ids] };
}

function countIn(total: number | null): string {
  if (total === null) return contactsMessages.counting;
  return total === 1
    ? contactsMessages.countedOne
    : fillMessage(contactsMessages.counted, { count: formatCount(total) });
}
