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
