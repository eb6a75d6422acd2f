import { type SQL, sql } from "drizzle-orm";
import type postgres from "postgres";
import { newId } from "@/db/schema/columns";
import type { Db } from "@/lib/erasure";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { contactWays } from "./contact-ways";
import { contactsFound } from "./count-contacts";
import { areMany, type ContactQuestion, contactPageQuery } from "./list-contacts";
import {
  type ContactFilter,
  type ContactPlace,
  type ContactSort,
  contactSorts,
  everyContact,
} from "./schemas";

test("on a hundred thousand contacts a page is an index's to find, and reads no neighbour's", {
  timeout: 180_000,
}, async ({ db, sql: connection }) => {
  const mine = await createWorkspace(db, { contacts: 1, messages: 0 });
  const tagId = await fill(connection, mine, await createWorkspace(db, { contacts: 1 }));
  const plans = plansOf(db, mine.id);

  for (const after of [null, { id: newId(), name: "Zoë" }]) {
    const plan = await plans.page({}, "name", after);
    expect(plan).toContain('"Index Name":"contacts_name_idx"');
    expect(buffersIn(plan), "pages read for a page of contacts").toBeLessThan(120);
  }
  for (const search of ["zoë", "0151 00012345", "customer777@"]) {
    for (const sort of contactSorts) {
      const plan = await plans.page({ search }, sort, null);
      expect(plan).toContain('"Index Name":"contacts_search_idx"');
    }
  }

  const searches = ["", "zoë", "0151 00012345", "customer777@", "whole"];
  const filters: Partial<ContactFilter>[] = [
    {},
    { tagId },
    { stage: "customer" },
    { hasConversation: true },
    { hasConversation: false },
    { tagId, stage: "lead", hasConversation: true },
  ];
  const scanning: string[] = [];
  for (const filter of filters) {
    for (const search of searches) {
      const asked = { ...filter, search };
      const said = JSON.stringify(asked);
      if (isScan(await plans.count(asked))) scanning.push(`count ${said}`);
      for (const sort of contactSorts) {
        for (const after of [null, { id: middle, name: "Maria" }]) {
          const plan = await plans.page(asked, sort, after);
          if (isScan(plan)) scanning.push(`${sort} ${after === null ? "first" : "next"} ${said}`);
        }
      }
    }
  }
  expect(scanning, "reads every contact of every workspace").toEqual([]);
});

const contacts = 100_000;

function idOf(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
const middle = idOf(contacts / 2);

/** Every twentieth contact is the workspace's, the rest is its neighbour's; what each has is by chance. */
async function fill(
  connection: postgres.Sql,
  mine: TestWorkspace,
  neighbour: TestWorkspace,
): Promise<string> {
  const tagId = newId();
  await connection.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`drop index contacts_search_idx`;
    await tx`insert into contacts (workspace_id, id, name, phone, email, lifecycle_stage)
      select case n % 20 when 0 then ${mine.id}::uuid else ${neighbour.id}::uuid end,
        ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        (array['Maria','João','Zoë','علي'])[1 + abs(hashtext(n || 'name') % 4)]
          || ' ' || (array['Silva','Adams','Lund'])[1 + n % 3],
        '+49151' || lpad(n::text, 8, '0'), 'customer' || n || '@mail.example',
        (enum_range(null::lifecycle_stage))[1 + abs(hashtext(n || 'stage') % 5)]
      from generate_series(1, ${contacts}::int) as n`;
    await tx`create index contacts_search_idx on contacts using gin (search_terms)`;
    await tx`insert into tags (workspace_id, id, name, color)
      values (${mine.id}, ${tagId}, 'Wholesale', 'teal')`;
    await tx`insert into contact_tags (workspace_id, id, contact_id, tag_id)
      select workspace_id, gen_random_uuid(), id, ${tagId} from contacts
      where workspace_id = ${mine.id} and hashtext(id || 'tag') % 20 = 0`;
    await tx`insert into conversations (workspace_id, id, contact_id, channel_connection_id)
      select c.workspace_id, gen_random_uuid(), c.id, l.id from contacts c
      join channel_connections l on l.workspace_id = c.workspace_id
      where hashtext(c.id || 'conversation') % 4 = 0`;
  });
  await connection`vacuum (analyze) contacts, contact_tags, conversations`;
  return tagId;
}

function plansOf(db: Db, workspaceId: string) {
  const explained = async (query: SQL) => {
    const plan: unknown = await db.execute(sql`explain (analyze, buffers, format json) ${query}`);
    return JSON.stringify(plan);
  };
  const waysTo = async (filter: ContactFilter) => await contactWays(db, workspaceId, filter);
  return {
    async page(some: Partial<ContactFilter>, sort: ContactSort, after: ContactPlace | null) {
      const filter = { ...everyContact, ...some };
      const question: ContactQuestion = { workspaceId, filter, sort, after };
      const ways = await waysTo(filter);
      const isMany = await areMany(db, question, ways);
      return await explained(contactPageQuery(db, question, ways, isMany).getSQL());
    },
    async count(some: Partial<ContactFilter>) {
      const found = contactsFound(await waysTo({ ...everyContact, ...some }));
      return await explained(sql`select count(*) from ${found}`);
    },
  };
}

/** Of the contacts' own table; JSON names it right before or after, in the same node. */
function isScan(plan: string): boolean {
  return /"Node Type":"Seq Scan"[^{}]*"Relation Name":"contacts"/.test(plan);
}

/** The topmost node's buffers, which include those of all below. */
function buffersIn(plan: string): number {
  return ["Shared Hit Blocks", "Shared Read Blocks"].reduce(
    (sum, name) => sum + Number(new RegExp(`"${name}":(\\d+)`).exec(plan)?.[1]),
    0,
  );
}
