import { getTableColumns, is, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { erasureMap, type SubjectKind, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { objectPrefix, requestFiles } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import type { Db, Tx } from "./context";
import { findResidue, type Residue, type Subject, type TableEntry } from "./engine";
import { planFor } from "./subjects";

const identifiers = [
  "zoë.kundin@example.test",
  "+491701234567",
  "zoë von der kundin",
  "1000200030004000",
  "0198c2a4-77aa-7bbb-8ccc-0123456789ab",
];

/** Each identifier, as somebody else might have written it. */
const inText = [
  "Mailed ZOË.Kundin@Example.TEST twice",
  "to zoë.kundin@example.test".normalize("NFD"),
  "ｚｏë.kundin＠example.test",
  "call (0170) 123-4567 first",
  "0049 170 1234567",
  "for Zoë  von der\u00a0KUNDIN",
  "user 1000200030004000 left",
  "0198C2A4-77AA-7BBB-8CCC-0123456789AB",
  JSON.stringify({ deep: ["+49 170 1234567"] }),
];
const inJson: unknown[] = [
  ...inText,
  { deep: [{ to: { cc: "zoë.kundin@example.test" } }] },
  { "+49 170 1234567": true },
  { id: 1000200030004000 },
  { inner: '{"name": "zo\\u00eb von der kundin"}' },
];

/** Others' values, which only look alike. */
const alike = [
  "Zoe von der Kundin",
  "0170 1234568",
  "99910002000300040001",
  "jozoë.kundin@example.test",
  "zoë.kundin@example.testing",
];

describe.for(subjectKinds)("verification of a %s", (kind) => {
  test("finds every canary in every text of every table that keeps rows", async ({ db, boss }) => {
    await boss.createQueue("canaries");
    const found = await inPassing(db, async (tx) => {
      const { subject, above } = await erasedSubject(db, kind);
      const planted: Residue[] = [];
      for (const [key, table] of keepingTables(kind)) {
        for (const column of textColumns(table)) {
          planted.push(
            await plantAll(tx, { kind, key, table, column, workspaceId: above.workspaceId }),
          );
        }
      }
      planted.push(...(await plantInJobs(tx)), ...(await plantWhereNobodyMapped(tx)));
      const found = await findResidue(tx, planFor(subject), identifiers, { above });
      return { planted, found };
    });

    const places = new Set(found.planted.map(({ table }) => table));
    const values = found.found.filter(
      ({ kind, table }) => kind !== "unblanked" && places.has(table),
    );
    expect(found.planted.length).toBeGreaterThan(15);
    expect(inOrder(values)).toEqual(inOrder(found.planted));
    expect(JSON.stringify(found.found)).not.toMatch(/kundin|1234567|example/i);
  });

  test("finds nothing where others, or other words, are alike", async ({ db, boss }) => {
    await boss.createQueue("canaries");
    const residue = await inPassing(db, async (tx) => {
      const { subject, above } = await erasedSubject(db, kind);
      for (const [, table] of keepingTables(kind)) {
        for (const column of textColumns(table)) {
          for (const text of alike)
            await insertRow(tx, table, above.workspaceId, { column, value: text });
        }
      }
      const found = await findResidue(tx, planFor(subject), identifiers, { above });
      return found.filter(({ kind }) => kind === "identifier");
    });

    expect(residue).toEqual([]);
  });

  test("finds nothing where nothing was planted", async ({ db }) => {
    const residue = await inPassing(db, async (tx) => {
      const { subject, above } = await erasedSubject(db, kind);
      const found = await findResidue(tx, planFor(subject), identifiers, { above });
      return found.filter(({ kind }) => kind !== "mention");
    });

    expect(residue).toEqual([]);
  });
});

/**
 * A subject that is gone, where others are not: a neighbour has a contact with the same number, and
 * where the subject was not the whole workspace, its own workspace has one, too.
 */
async function erasedSubject(db: Db, kind: SubjectKind) {
  const [own, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const workspaceId = kind === "workspace" ? newId() : own.id;
  for (const { id } of [own, neighbour]) {
    await db.insert(schema.contacts).values({
      workspaceId: id,
      name: "Zoë von der Kundin",
      phone: "+491701234567",
      email: "zoë.kundin@example.test",
    });
  }
  const keys = {
    workspace: { workspaceId },
    contact: { workspaceId, contactId: newId(), addressDigests: [] },
    account: { userId: newId(), addressDigests: [] },
    meta_user: { userId: newId() },
  };
  const subject: Subject = { kind, keys: keys[kind] };
  return { subject, above: { workspaceId } };
}

/** Every table in which an erasure leaves rows of such a subject: a new one is here by itself. */
function keepingTables(kind: SubjectKind): [key: string, table: PgTable][] {
  return Object.entries(schema).flatMap(([key, table]): [string, PgTable][] =>
    is(table, PgTable) && entryOf(key).rows[kind]?.act === "retain" ? [[key, table]] : [],
  );
}

function entryOf(key: string): TableEntry {
  const entry = Object.entries<TableEntry>(erasureMap).find(([name]) => name === key)?.[1];
  if (entry === undefined) throw new Error(`${key} is not in the map.`);
  return entry;
}

function textColumns(table: PgTable): [key: string, column: PgColumn][] {
  return Object.entries(getTableColumns(table)).filter(([, column]) =>
    /^(text|varchar|json)/.test(column.getSQLType()),
  );
}

type Planting = {
  kind: SubjectKind;
  key: string;
  table: PgTable;
  column: [key: string, column: PgColumn];
  workspaceId: string;
};

async function plantAll(
  tx: Tx,
  { kind, key, table, column, workspaceId }: Planting,
): Promise<Residue> {
  const values = column[1].getSQLType().startsWith("json") ? inJson : inText;
  for (const value of values) await insertRow(tx, table, workspaceId, { column, value });
  const verdict = entryOf(key).columns[column[0]];
  const isExcused = verdict?.mayMention?.[kind] !== undefined && verdict.blank[kind] === undefined;
  return {
    kind: isExcused ? "mention" : "identifier",
    table: getTableConfig(table).name,
    column: column[1].name,
    rows: values.length,
  };
}

async function insertRow(
  tx: Tx,
  table: PgTable,
  workspaceId: string,
  { column, value }: { column: [key: string, column: PgColumn]; value: unknown },
): Promise<void> {
  const row = Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, one]) => {
      if (key === column[0]) return [key, one.getSQLType().endsWith("[]") ? [value] : value];
      if (key === "workspaceId") return [key, workspaceId];
      return [key, one.notNull ? filling(one) : null];
    }),
  );
  // The database itself sees to it that a file's key lies under its request.
  if (table === requestFiles) {
    row.key = `${objectPrefix({ requestId: String(row.requestId) })}${row.key}`;
  }
  await tx.insert(table).values(row);
}

let numbers = 1;

function filling(column: PgColumn): unknown {
  if (column.enumValues !== undefined) return column.enumValues[0] ?? newId();
  if (column.dataType === "date") return new Date(0);
  if (column.dataType === "json") return {};
  if (column.dataType === "boolean") return false;
  // A key is another in each row.
  if (column.dataType === "number") return column.primary ? numbers++ : 0;
  return newId();
}

async function plantInJobs(tx: Tx): Promise<Residue[]> {
  for (const value of inJson) {
    const json = JSON.stringify(value);
    await tx.execute(
      sql`insert into pgboss.job (name, data, output) values ('canaries', ${json}::jsonb, ${json}::jsonb)`,
    );
  }
  const rows = inJson.length;
  return ["data", "output"].map((column) => ({
    kind: "identifier",
    table: "pgboss.job",
    column,
    rows,
  }));
}

/** Tables that only the database knows: without a key, in parts, and a stored view of one. */
async function plantWhereNobodyMapped(tx: Tx): Promise<Residue[]> {
  await tx.execute(sql`create schema elsewhere`);
  await tx.execute(
    sql`create table elsewhere.notes (tags text[], note varchar(400), doc json) partition by hash (note)`,
  );
  await tx.execute(
    sql`create table elsewhere.notes_0 partition of elsewhere.notes for values with (modulus 1, remainder 0)`,
  );
  for (const text of inText) {
    // As a careless writer has it: every letter beyond ASCII is escaped.
    const doc = JSON.stringify([text]).replace(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    await tx.execute(
      sql`insert into elsewhere.notes values (array['one', ${text}], ${text}, ${doc}::json)`,
    );
  }
  await tx.execute(sql`create materialized view stored_notes as select note from elsewhere.notes`);
  const rows = inText.length;
  return [
    ...["tags", "note", "doc"].map((column) => ({ table: "elsewhere.notes", column })),
    { table: "stored_notes", column: "note" },
  ].map((place) => ({ kind: "identifier", ...place, rows }));
}

class Passed<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super("passed");
    this.result = result;
  }
}

/** Works without triggers, fences and foreign keys in the way, and leaves the database as it was. */
async function inPassing<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db
    .transaction(async (tx): Promise<T> => {
      await tx.execute(sql`set local session_replication_role = replica`);
      throw new Passed(await work(tx));
    })
    .catch((error: unknown) => (error instanceof Passed ? error.result : Promise.reject(error)));
}

function inOrder(residue: readonly Residue[]): Residue[] {
  const key = ({ table, column }: Residue) => `${table}.${column}`;
  return residue.toSorted((one, other) => key(one).localeCompare(key(other), "en"));
}
