import { verify } from "@node-rs/argon2";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { expect, test } from "@/lib/testing/database-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { seededTables } from "./copy/seeded-tables";
import { demoPeople, metaUserIds } from "./demo-people";
import { seedDatabase } from "./seed-database";
import { demoSize } from "./seed-options";
import { testingKeys } from "./testing-keys";

const password = "correct horse";
const demo = { password, keys: testingKeys };
const small = { ...demo, messages: 300 };

/** Nothing is being erased, merged or sent, no file has been uploaded, and nobody writes in groups. */
const leftAtDefault: readonly string[] = [
  "workspaces.state",
  "workspaces.frozen_at",
  "workspaces.frozen_contacts",
  "users.frozen_at",
  "contacts.merged_into_contact_id",
  "conversations.group_id",
  "messages.sender_contact_id",
  "invitations.sealed_token",
  "stored_objects.state",
  "stored_objects.size_bytes",
  "stored_objects.stored_at",
];

test("every table of the CRM has rows, in both workspaces", async ({ sql }) => {
  await seedDatabase(sql, demo);

  expect(await tablesWithout(sql, "acme")).toEqual([]);
  expect(await tablesWithout(sql, "globex")).toEqual([]);
});

test("every column says something", async ({ sql }) => {
  await seedDatabase(sql, demo);

  const silent: string[] = [];
  for (const table of seededTables) {
    for (const column of Object.values(getTableColumns(table))) {
      const name = `${getTableName(table)}.${column.name}`;
      if (!(await saysSomething(sql, table, column.name))) silent.push(name);
    }
  }
  expect(silent.sort()).toEqual([...leftAtDefault].sort());
});

test("the same seed makes the same rows, another seed others", async ({ db, sql }) => {
  const fingerprints = [];
  for (const seed of ["one", "one", "other"]) {
    await seedDatabase(sql, { ...small, seed });
    fingerprints.push(await fingerprintAll(db));
    await sql`truncate ${sql(seededTables.map(getTableName))} cascade`;
  }

  expect(fingerprints[1]).toEqual(fingerprints[0]);
  expect(fingerprints[2]).not.toEqual(fingerprints[0]);
});

test("a database with anything in it is refused and left alone", async ({ db, sql }) => {
  await seedDatabase(sql, small);
  const before = await fingerprintAll(db);

  await expect(seedDatabase(sql, small)).rejects.toMatchObject({
    name: "DatabaseNotEmptyError",
    code: "database_not_empty",
  });
  expect(await fingerprintAll(db)).toEqual(before);
});

test("a row that a constraint refuses fails the seed and leaves nothing", async ({ sql }) => {
  const constantDigest = { ...testingKeys, digest: () => "always the same" };

  await expect(seedDatabase(sql, { ...small, keys: constantDigest })).rejects.toMatchObject({
    code: "copy_refused",
    tableName: "suppression_entries",
  });
  expect(await sql`select 1 from users`).toHaveLength(0);
});

test("the demo's people sign in with the password; the Meta-only agent has none", async ({
  sql,
}) => {
  await seedDatabase(sql, small);

  for (const { email, hasPassword, isOperator, metaUserId } of Object.values(demoPeople)) {
    const [user] = await sql<Account[]>`
      select u.password_hash, u.is_operator, m.meta_user_id
      from users u left join meta_identities m on m.user_id = u.id where u.email = ${email}`;
    expect(user).toMatchObject({ is_operator: isOperator, meta_user_id: metaUserId });
    const hash = user?.password_hash ?? null;
    expect(hash === null ? false : await verify(hash, password)).toBe(hasPassword);
  }
  expect(new Set(Object.values(metaUserIds)).size).toBe(Object.values(metaUserIds).length);
});

test("some customers and one agent are in both workspaces", async ({ sql }) => {
  await seedDatabase(sql, demo);

  const shared = await sql`
    select phone, email from contacts where phone is not null
    group by phone, email having count(distinct workspace_id) = 2`;
  expect(shared.length).toBeGreaterThanOrEqual(10);
  const agents = await sql`
    select user_id from memberships group by user_id having count(*) = 2`;
  expect(agents).toHaveLength(1);
});

test("any number of workspaces shares the messages, written among each other", async ({ sql }) => {
  await seedDatabase(sql, { ...demo, workspaces: 5, messages: 2003 });

  const counts = await sql<{ count: number }[]>`
    select count(*)::int from messages group by workspace_id order by 1`;
  expect(counts.map(({ count }) => count)).toEqual([400, 400, 401, 401, 401]);

  const [first] = await sql<{ owners: number }[]>`
    select count(distinct workspace_id)::int as owners
    from (select workspace_id from messages order by ctid limit 200) as first_rows`;
  expect(first?.owners).toBe(5);
});

test("nothing happens after the end of the data", async ({ sql }) => {
  await seedDatabase(sql, demo);
  const end = demoSize.baseTime.toISOString();

  const late = await sql`
    select created_at from messages where created_at > ${end}
    union all select occurred_at from message_status_events where occurred_at > ${end}
    union all select last_message_at from conversations where last_message_at > ${end}`;
  expect(late).toHaveLength(0);
});

type Account = {
  password_hash: string | null;
  is_operator: boolean;
  meta_user_id: string | null;
};

async function tablesWithout(sql: postgres.Sql, slug: string): Promise<string[]> {
  const empty: string[] = [];
  for (const table of seededTables) {
    const name = getTableName(table);
    if (!Object.hasOwn(getTableColumns(table), "workspaceId")) continue;
    const rows = await sql`
      select 1 from ${sql(name)} t join workspaces w on w.id = t.workspace_id
      where w.slug = ${slug} limit 1`;
    if (rows.length === 0) empty.push(name);
  }
  return empty;
}

/** Whether some row has a value here that is neither null nor the column's default. */
async function saysSomething(
  sql: postgres.Sql,
  table: PgTable,
  columnName: string,
): Promise<boolean> {
  const tableName = getTableName(table);
  const [column] = await sql<{ column_default: string | null }[]>`
    select column_default from information_schema.columns
    where table_schema = 'public' and table_name = ${tableName} and column_name = ${columnName}`;
  const byDefault = sql.unsafe(column?.column_default ?? "null");
  const rows = await sql`
    select 1 from ${sql(tableName)}
    where ${sql(columnName)} is not null and ${sql(columnName)} is distinct from ${byDefault}
    limit 1`;
  return rows.length > 0;
}
