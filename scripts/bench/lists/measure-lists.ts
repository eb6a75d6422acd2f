import { type Connection, connect } from "@/db/client";
import { countContacts } from "@/lib/contacts/count-contacts";
import { listContacts } from "@/lib/contacts/list-contacts";
import {
  type ContactFilter,
  type ContactPlace,
  contactSorts,
  everyContact,
} from "@/lib/contacts/schemas";
import { migrateDatabase } from "@/lib/migrate-database";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { median } from "../statistics";
import { startTemporaryServer } from "../temporary-server";
import { fillLists, type Listed, names, tagNames } from "./fill-lists";

/** In milliseconds; a page is the first or the one after it, whichever takes longer. */
export type QuestionFigures = {
  question: string;
  page: Record<(typeof contactSorts)[number], number>;
  count: number;
  matching: number;
};

export type ListsFigures = { contacts: number; repetitions: number; questions: QuestionFigures[] };

/** Asks the contact list everything that somebody in the CRM can, one question at a time. */
export async function measureLists(
  { contacts, isQuick }: { contacts: number; isQuick: boolean },
  say: (line: string) => void,
): Promise<ListsFigures> {
  const repetitions = isQuick ? 5 : 20;
  const server = await startTemporaryServer();
  try {
    await server.admin`create database lists`;
    const url = server.url("lists");
    await migrateDatabase(url);
    const connection = connect(url, { max: 4 });
    try {
      say(`Writing ${contacts} contacts.`);
      const listed = await fill(connection, contacts);
      const questions: QuestionFigures[] = [];
      for (const [question, filter] of Object.entries(filtersOf(listed, contacts))) {
        say(`Asking: ${question}.`);
        questions.push({
          question,
          ...(await measure(connection, listed, { ...everyContact, ...filter }, repetitions)),
        });
      }
      return { contacts, repetitions, questions };
    } finally {
      await connection.close();
    }
  } finally {
    await server.stop();
  }
}

async function fill({ db, sql }: Connection, contacts: number): Promise<Listed> {
  const [mine, neighbour] = [
    await createWorkspace(db, { contacts: 1 }),
    await createWorkspace(db, { contacts: 1 }),
  ];
  return await fillLists(sql, { workspaceId: mine.id, neighbourId: neighbour.id }, contacts);
}

function filtersOf({ tagIds }: Listed, contacts: number): Record<string, Partial<ContactFilter>> {
  const stage = "customer" as const;
  const search = names.common;
  return {
    everybody: {},
    "a name that is rare": { search: names.rare },
    "a name that is common": { search },
    "a number": { search: `0151 ${String(Math.round(contacts / 2) + 1).padStart(8, "0")}` },
    "an address": { search: `customer${Math.round(contacts / 2) + 1}@mail` },
    "nobody's name": { search: "nobody at all" },
    "a tag's name, rare": { search: tagNames.rare },
    "a tag's name, common": { search: tagNames.common },
    "a tag, rare": { tagId: tagIds.rare },
    "a tag, common": { tagId: tagIds.common },
    "a stage": { stage },
    "with a conversation": { hasConversation: true },
    "without one": { hasConversation: false },
    "a stage and a name": { stage, search },
    "a stage, a tag, a conversation": { stage, tagId: tagIds.rare, hasConversation: true },
  };
}

async function measure(
  { db }: Connection,
  { workspaceId }: Listed,
  filter: ContactFilter,
  repetitions: number,
): Promise<Omit<QuestionFigures, "question">> {
  const page = { name: 0, newest: 0 };
  for (const sort of contactSorts) {
    const ask = async (after: ContactPlace | null) =>
      await listContacts(db, { workspaceId, filter, sort, after });
    const last = (await ask(null)).contacts.at(-1);
    for (const after of [null, ...(last === undefined ? [] : [last])]) {
      page[sort] = Math.max(page[sort], await timed(repetitions, () => ask(after)));
    }
  }
  const count = () => countContacts(db, { workspaceId, filter });
  return { page, count: await timed(repetitions, count), matching: await count() };
}

async function timed(repetitions: number, ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = -1; turn < repetitions; turn += 1) {
    const asked = performance.now();
    await ask();
    if (turn >= 0) taken.push(performance.now() - asked);
  }
  return median(taken);
}
