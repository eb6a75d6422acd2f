import { useCallback, useEffect, useRef, useState } from "react";
import type {
  ContactFilter,
  ContactPage,
  ContactPlace,
  ContactSort,
  ContactSummary,
} from "@/lib/contacts/schemas";

export type ContactQuery = { filter: ContactFilter; sort: ContactSort };

type Answer<Value> = Promise<{ ok: true; value: Value } | { ok: false; code: string }>;

export type FindContacts = (
  input: { workspaceId: string; after: ContactPlace | null } & ContactQuery,
) => Answer<ContactPage>;
export type CountContacts = (input: {
  workspaceId: string;
  filter: ContactFilter;
}) => Answer<number>;

export type LoadingState = "ready" | "loading" | "loading_more" | "failed";

type Loaded = { contacts: ContactSummary[]; hasMore: boolean; total: number | null };

type ContactPagesOptions = {
  workspaceId: string;
  query: ContactQuery;
  /** Where there is more than a page, nobody has counted yet. */
  initial: ContactPage & { total: number | null };
  findContacts: FindContacts;
  countContacts: CountContacts;
};

/** How long somebody is still typing. */
const pauseMs = 250;

/**
 * The contacts that a query finds, page after page. An answer that comes after the question has
 * changed is dropped. What was typed goes in a request's body: a name has no place in an address.
 */
export function useContactPages(options: ContactPagesOptions) {
  const { workspaceId, query, initial, findContacts, countContacts } = options;
  const [loaded, setLoaded] = useState<Loaded>(initial);
  const [state, setState] = useState<LoadingState>("ready");
  const [attempt, setAttempt] = useState(0);
  const asked = useRef({ query, attempt, turn: 0 });
  const isCounted = useRef(initial.total !== null);

  const count = useCallback(async () => {
    const { turn } = asked.current;
    const total = await answerOf(countContacts({ workspaceId, filter: query.filter }));
    if (asked.current.turn === turn) setLoaded((before) => ({ ...before, total }));
  }, [workspaceId, query, countContacts]);

  useEffect(() => {
    if (isCounted.current) return;
    isCounted.current = true;
    void count();
  }, [count]);

  useEffect(() => {
    if (asked.current.query === query && asked.current.attempt === attempt) return;
    const turn = asked.current.turn + 1;
    asked.current = { query, attempt, turn };
    const isCurrent = () => asked.current.turn === turn;
    setState("loading");
    setLoaded((before) => ({ ...before, total: null }));

    const timer = setTimeout(async () => {
      const page = await answerOf(findContacts({ workspaceId, ...query, after: null }));
      if (!isCurrent()) return;
      if (page === null) return setState("failed");
      setLoaded({ ...page, total: null });
      setState("ready");
      await count();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [workspaceId, query, attempt, findContacts, count]);

  const loadMore = useCallback(async () => {
    const last = loaded.contacts.at(-1);
    if (state !== "ready" || !loaded.hasMore || last === undefined) return;
    const { turn } = asked.current;
    setState("loading_more");
    const after = { id: last.id, name: last.name };
    const page = await answerOf(findContacts({ workspaceId, ...query, after }));
    if (asked.current.turn !== turn) return;
    setState(page === null ? "failed" : "ready");
    if (page === null) return;
    setLoaded((before) => ({
      ...before,
      contacts: [...before.contacts, ...page.contacts],
      hasMore: page.hasMore,
    }));
  }, [workspaceId, query, loaded, state, findContacts]);

  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...loaded, state, loadMore, reload };
}

/** Null where there is no answer to show, for whatever reason. */
async function answerOf<Value>(asking: Answer<Value>): Promise<Value | null> {
  const answer = await asking.catch(() => null);
  return answer?.ok ? answer.value : null;
}
