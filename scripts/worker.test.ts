import { expect, test } from "@/lib/testing/database-test";
import { endOfWorker } from "@/lib/testing/end-of-worker";

test("the worker ends at start when the database has what the erasure map does not, and names it", async ({
  databaseUrl,
  sql,
}) => {
  await sql`create table strays (id uuid primary key, email text)`;
  await sql`alter table messages add column sentiment text`;

  const { code, errors } = await endOfWorker({ DATABASE_URL: databaseUrl });

  expect(code).toBe(1);
  expect(errors).toContain("strays");
  expect(errors).toContain("messages (sentiment)");
  expect(errors).not.toContain("    at ");
});

test("the worker ends at start on a database that has not been migrated for it, and names what is missing", async ({
  databaseUrl,
  sql,
}) => {
  await sql`drop table workspace_exports cascade`;
  await sql`alter table contacts drop column lifecycle_stage`;

  const { code, errors } = await endOfWorker({ DATABASE_URL: databaseUrl });

  expect(code).toBe(1);
  expect(errors).toContain("workspace_exports");
  expect(errors).toContain("contacts (lifecycle_stage)");
});
