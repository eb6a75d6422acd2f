import { and, eq, exists, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import { contacts, contactTags, conversations, tags } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { ContactFilter } from "./schemas";
import { searchWords } from "./search-words";

/**
 * The ways in which a workspace's contacts can match a filter: each a condition that one index
 * answers. What is typed may be met by the contact's own words, or by the name of one of its tags;
 * said as one condition, with an `or`, the two would make the server read the whole workspace.
 */
export async function contactWays(
  db: Db,
  workspaceId: string,
  filter: ContactFilter,
): Promise<[SQL, ...SQL[]]> {
  const conditions = [
    eq(contacts.workspaceId, workspaceId),
    isNull(contacts.mergedIntoContactId),
    filter.stage === null ? undefined : eq(contacts.lifecycleStage, filter.stage),
    filter.tagId === null ? undefined : hasTag(db, workspaceId, [filter.tagId]),
    conversing(db, workspaceId, filter.hasConversation),
  ];
  const alternatives = searchWords(filter.search);
  if (alternatives.length === 0) return [all(conditions)];

  const queries = alternatives.map(
    (words) => sql`contact_query(${workspaceId}, ${textArray(words)})`,
  );
  const byWords = all([
    ...conditions,
    sql`${contacts.searchTerms} @@ (${sql.join(queries, sql` || `)})`,
  ]);
  const tagIds = await tagsNamed(db, workspaceId, filter.search);
  return tagIds.length === 0
    ? [byWords]
    : [byWords, all([...conditions, hasTag(db, workspaceId, tagIds)])];
}

/** Contacts that match by any of the ways, as one condition. */
export function byAnyWay(workspaceId: string, ways: readonly [SQL, ...SQL[]]): SQL {
  const [first, ...others] = ways;
  if (others.length === 0) return first;
  const ids = ways.map((way) => sql`select ${contacts.id} from ${contacts} where ${way}`);
  return sql`${contacts.workspaceId} = ${workspaceId} and ${contacts.id} in (${sql.join(ids, sql` union `)})`;
}

function hasTag(db: Db, workspaceId: string, tagIds: string[]): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(contactTags)
      .where(
        and(
          eq(contactTags.workspaceId, workspaceId),
          eq(contactTags.contactId, contacts.id),
          inArray(contactTags.tagId, tagIds),
        ),
      ),
  );
}

function conversing(db: Db, workspaceId: string, isWanted: boolean | null): SQL | undefined {
  if (isWanted === null) return undefined;
  const found = exists(
    db
      .select({ one: sql`1` })
      .from(conversations)
      .where(
        and(eq(conversations.workspaceId, workspaceId), eq(conversations.contactId, contacts.id)),
      ),
  );
  return isWanted ? found : not(found);
}

/** A workspace has few tags: all of them are compared. */
async function tagsNamed(db: Db, workspaceId: string, search: string): Promise<string[]> {
  const found = await db
    .select({ id: tags.id })
    .from(tags)
    .where(
      and(
        eq(tags.workspaceId, workspaceId),
        sql`starts_with(folded(${tags.name}), folded(${search.trim()}))`,
      ),
    )
    .limit(50);
  return found.map(({ id }) => id);
}

function all(conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`;
}

function textArray(words: readonly string[]): SQL {
  return sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;
}
