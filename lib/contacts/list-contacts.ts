import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { contactDetails } from "./contact-details";
import { contactWays } from "./contact-ways";
import type { ContactFilter, ContactPage, ContactPlace, ContactSort } from "./schemas";

export const contactsOnPage = 50;

export type ContactQuestion = {
  workspaceId: string;
  filter: ContactFilter;
  sort: ContactSort;
  after: ContactPlace | null;
};

/**
 * One page of a workspace's contacts, paged by key: it costs the same however deep it lies.
 *
 * Names are ordered by Unicode's rules, whatever the database's locale. Time-ordered ids say who
 * came last.
 */
export async function listContacts(db: Db, question: ContactQuestion): Promise<ContactPage> {
  const { workspaceId } = question;
  const rows = await contactPageQuery(db, question, await waysOf(db, question));
  const shown = rows.slice(0, contactsOnPage);
  const details = await contactDetails(
    db,
    workspaceId,
    shown.map(({ id }) => id),
  );
  return {
    contacts: shown.map((contact) => ({ ...contact, ...details(contact.id) })),
    hasMore: rows.length > contactsOnPage,
  };
}

export async function waysOf(db: Db, { workspaceId, filter }: ContactQuestion) {
  return await contactWays(db, workspaceId, filter);
}

/** The page's own query, for whoever asks how it is carried out. */
export function contactPageQuery(
  db: Db,
  { workspaceId, filter, sort, after }: ContactQuestion,
  ways: readonly [SQL, ...SQL[]],
) {
  const order = orderOf(sort, filter.search.trim() !== "");
  const place = after === null ? undefined : order.isAfter(after);
  const [first, ...others] = ways;
  const firstOf = (way: SQL) =>
    sql`(select ${contacts.id} from ${contacts} where ${and(way, place)} order by ${sql.join(order.by, sql`, `)} limit ${contactsOnPage + 1})`;
  const where =
    others.length === 0
      ? and(first, place)
      : sql`${contacts.workspaceId} = ${workspaceId} and ${contacts.id} in (${sql.join(ways.map(firstOf), sql` union `)})`;
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      phone: contacts.phone,
      email: contacts.email,
      stage: contacts.lifecycleStage,
      addedAt: contacts.createdAt,
    })
    .from(contacts)
    .where(where)
    .orderBy(...order.by)
    .limit(contactsOnPage + 1);
}

/**
 * A search by words has an index of its own. Its order is said so that the index on names does not
 * offer itself: who is called alike stands together there, and all others would be read first.
 */
function orderOf(sort: ContactSort, isSearch: boolean) {
  if (sort === "newest") {
    return {
      by: [desc(contacts.id)],
      isAfter: ({ id }: ContactPlace) => sql`${contacts.id} < ${id}`,
    };
  }
  const name = isSearch ? sql`(${contacts.name} || '')` : sql`${contacts.name}`;
  const sortName = sql`${name} collate "und-x-icu"`;
  return {
    by: [asc(sortName), asc(contacts.id)],
    isAfter: ({ id, name: last }: ContactPlace) =>
      sql`(${sortName}, ${contacts.id}) > (${last} collate "und-x-icu", ${id})`,
  };
}
