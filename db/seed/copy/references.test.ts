import { newId } from "@/db/schema/columns";
import { expect, test } from "@/lib/testing/database-test";
import { seedDatabase } from "../seed-database";
import { testingKeys } from "../testing-keys";
import { assertReferences, deferReferences } from "./references";

const small = { password: "correct horse", keys: testingKeys, messages: 300 };

test("a seeded database has no row that refers to nothing", async ({ sql }) => {
  await seedDatabase(sql, small);

  await expect(sql.begin(assertReferences)).resolves.toBeUndefined();
});

test("a row that refers to nothing is found, and its table named", async ({ sql }) => {
  await seedDatabase(sql, small);

  const broken = sql.begin(async (tx) => {
    expect(await deferReferences(tx)).toBe(true);
    await tx`update messages set conversation_id = ${newId()}
      where id = (select id from messages limit 1)`;
    await assertReferences(tx);
  });
  await expect(broken).rejects.toMatchObject({ code: "copy_refused", tableName: "messages" });
});

test("a role that may not defer leaves the checks to the server", async ({ sql }) => {
  await sql`create role plain_seeder nosuperuser`;
  try {
    await sql.begin(async (tx) => {
      await tx`set local role plain_seeder`;
      expect(await deferReferences(tx)).toBe(false);
    });
  } finally {
    await sql`drop role plain_seeder`;
  }
});
