import { and, eq } from "drizzle-orm";
import { contactFences, contacts, contactTags, tags } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Db } from "@/lib/erasure";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { chosenContacts } from "./chosen-contacts";
import { countContacts } from "./count-contacts";
import { listContacts } from "./list-contacts";
import {
  type ContactChoice,
  type ContactFilter,
  type ContactPlace,
  type ContactSort,
  everyContact,
} from "./schemas";

const people = [
  { name: "Zoë Silva", phone: "+4915112345678", email: "zoe.silva@mail.example" },
  { name: "zoe adams", phone: "+15550100199", email: null },
  { name: "علي الحداد", phone: "+447700900123", email: "ali@shop.example" },
  { name: "नीलम शर्मा", phone: null, email: "neelam@mail.example" },
  { name: "Jean-Luc O'Hara", phone: "+33639980001", email: "jl@mail.example" },
];

test("a search finds names, numbers in any notation, addresses and tags, and nobody of a neighbour", async ({
  db,
}) => {
  const workspace = await createWorkspace(db, { contacts: 0 });
  const neighbour = await createWorkspace(db, { contacts: 0 });
  for (const { id } of [workspace, neighbour]) await addPeople(db, id);
  const searches: [typed: string, names: string[]][] = [
    ["zoe", ["zoe adams", "Zoë Silva"]],
    ["ZOË sil", ["Zoë Silva"]],
    ["silva zoe", ["Zoë Silva"]],
    ["الحد", ["علي الحداد"]],
    ["शर्", ["नीलम शर्मा"]],
    ["luc", ["Jean-Luc O'Hara"]],
    ["o'h", ["Jean-Luc O'Hara"]],
    ["\\' & | ! :*", []],
    ["+49 (0)151 1234", ["Zoë Silva"]],
    ["0151 12 34 56 78", ["Zoë Silva"]],
    ["0049-151", ["Zoë Silva"]],
    ["07700 900", ["علي الحداد"]],
    ["(555) 010-0199", ["zoe adams"]],
    ["010-0199", ["zoe adams"]],
    ["0001", ["Jean-Luc O'Hara"]],
    ["Silva@mail", []],
    ["zoe.silva@MAIL", ["Zoë Silva"]],
    ["mail.example", ["Jean-Luc O'Hara", "Zoë Silva", "नीलम शर्मा"]],
    ["wholes", ["zoe adams", "नीलम शर्मा"]],
  ];

  for (const [search, names] of searches) {
    const filter = { ...everyContact, search };
    const { contacts: found } = await listContacts(db, {
      workspaceId: workspace.id,
      filter,
      sort: "name",
      after: null,
    });
    expect([search, found.map(({ name }) => name)]).toEqual([search, names]);
    expect(await countContacts(db, { workspaceId: workspace.id, filter })).toBe(names.length);
  }
});

test.for<ContactSort>(["name", "newest"])(
  "pages by %s through every contact once, also while contacts go",
  async (sort, { db }) => {
    const workspace = await createWorkspace(db, { contacts: 120, messages: 0 });
    const seen: string[] = [];
    for (let after: ContactPlace | null = null; ; ) {
      const page = await listContacts(db, {
        workspaceId: workspace.id,
        filter: everyContact,
        sort,
        after,
      });
      seen.push(...page.contacts.map(({ id }) => id));
      after = page.contacts.at(-1) ?? null;
      if (!page.hasMore) break;
      await db
        .update(contacts)
        .set({ name: "gone" })
        .where(eq(contacts.id, after?.id ?? ""));
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(workspace.contactIds));
  },
);

test("filters by tag, stage and conversation, and says what stands beside a contact", async ({
  db,
}) => {
  const workspace = await createWorkspace(db, { contacts: 2, messages: 1 });
  const [frozen = ""] = workspace.contactIds;
  const silent = await addPeople(db, workspace.id);
  await db.insert(contactFences).values({
    workspaceId: workspace.id,
    contactId: frozen,
    frozenAt: new Date("2026-11-22T12:00:00Z"),
  });
  const [vip] = await db
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.workspaceId, workspace.id), eq(tags.name, "vip")));

  const found = async (filter: Partial<ContactFilter>) =>
    (
      await listContacts(db, {
        workspaceId: workspace.id,
        filter: { ...everyContact, ...filter },
        sort: "newest",
        after: null,
      })
    ).contacts;

  const tagged = await found({ tagId: vip?.id ?? null });
  expect(tagged.map(({ id }) => id)).toEqual([...workspace.contactIds].reverse());
  expect(tagged.find(({ id }) => id === frozen)).toMatchObject({
    tags: [{ name: "vip" }],
    lastMessageAt: new Date("2026-01-15T09:30:00Z"),
    isBeingErased: true,
  });
  expect((await found({ hasConversation: false })).map(({ id }) => id)).toEqual(
    [...silent].reverse(),
  );
  expect(await found({ hasConversation: true })).toHaveLength(2);
  expect(await found({ stage: "customer" })).toHaveLength(people.length);
  expect(await found({ stage: "customer", search: "silva" })).toHaveLength(1);
  expect(await found({ stage: "lead", search: "silva" })).toHaveLength(0);
  expect(await found({ tagId: newId() })).toHaveLength(0);

  const matching = { ...everyContact, search: "wholesale" };
  const chosen = async (choice: ContactChoice) =>
    await db.$count(
      contacts,
      and(eq(contacts.workspaceId, workspace.id), await chosenContacts(db, workspace.id, choice)),
    );
  expect(await chosen({ matching, except: [] })).toBe(2);
  expect(await chosen({ matching, except: silent.slice(1, 2) })).toBe(1);
  expect(await chosen({ matching: everyContact, except: silent })).toBe(2);
  expect(await chosen({ ids: [frozen, newId()] })).toBe(1);
});

async function addPeople(db: Db, workspaceId: string): Promise<string[]> {
  const rows = people.map((person) => ({
    ...person,
    workspaceId,
    id: newId(),
    lifecycleStage: "customer" as const,
  }));
  await db.insert(contacts).values(rows);
  const tag = { workspaceId, id: newId(), name: "Wholesale", color: "teal" };
  await db.insert(tags).values(tag);
  for (const at of [1, 3]) {
    await db
      .insert(contactTags)
      .values({ workspaceId, id: newId(), contactId: rows[at]?.id ?? "", tagId: tag.id });
  }
  return rows.map(({ id }) => id);
}
