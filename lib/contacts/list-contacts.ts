import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { contactDetails } from "./contact-details";
import { contactWays } from "./contact-ways";
import type { ContactFilter, ContactPage, ContactPlace, ContactSort } from "./schemas";

export const contactsOnPage = 50;

/** Of so many, one in two hundred even of a million, a page is sooner met by going through them in order. */
const many = 5_000;

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
  const ways = await contactWays(db, workspaceId, question.filter);
  const rows = await contactPageQuery(db, question, ways, await areMany(db, question, ways));
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

/**
 * Of each way whether it is met by so many that some soon come in the order asked for. Those who are
 * found by their words are called alike: by name they stand together, and all others would come first.
 */
export async function areMany(
  db: Db,
  { filter, sort }: ContactQuestion,
  ways: readonly [SQL, ...SQL[]],
): Promise<boolean[]> {
  const { search, tagId, stage, hasConversation } = filter;
  if (search.trim() === "" && (tagId ?? stage ?? hasConversation) === null) return [true];
  return await Promise.all(
    ways.map(async (way, at) => {
      if (search.trim() !== "" && at === 0 && sort === "name") return false;
      const some = sql`(select from ${contacts} where ${way} limit ${many}) found`;
      return (await db.$count(some)) === many;
    }),
  );
}

/** The page's own query, for whoever asks how it is carried out. */
export function contactPageQuery(
  db: Db,
  { workspaceId, sort, after }: ContactQuestion,
  ways: readonly [SQL, ...SQL[]],
  isMany: readonly boolean[],
) {
  const isOfFew = ways.length > 1 || isMany[0] === false;
  const order = orderOf(sort, isOfFew);
  const [first] = ways;
  const firstOf = (way: SQL, at: number) => {
    const { by, isAfter } = orderOf(sort, isMany[at] === false);
    return sql`(select ${contacts.id} from ${contacts} where ${and(way, isAfter(after))} order by ${sql.join(by, sql`, `)} limit ${contactsOnPage + 1})`;
  };
  const where =
    ways.length === 1
      ? and(first, order.isAfter(after))
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
 * Few are found by what they match, and then put in order. The order is said so that the indexes by name
 * and by age do not offer themselves: all others would be read before those few.
 */
function orderOf(sort: ContactSort, isOfFew: boolean) {
  const id = isOfFew ? sql`(${contacts.id}::text)` : sql`${contacts.id}`;
  if (sort === "newest") {
    return {
      by: [desc(id)],
      isAfter: (last: ContactPlace | null) => (last === null ? undefined : sql`${id} < ${last.id}`),
    };
  }
  const name = isOfFew ? sql`(${contacts.name} || '')` : sql`${contacts.name}`;
  const sortName = sql`${name} collate "und-x-icu"`;
  return {
    by: [asc(sortName), asc(contacts.id)],
    isAfter: (last: ContactPlace | null) =>
      last === null
        ? undefined
        : sql`(${sortName}, ${contacts.id}) > (${last.name} collate "und-x-icu", ${last.id})`,
  };
}
