import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { openSeam } from "@/lib/testing/crash/statement-seam";
import { test as databaseTest, expect } from "@/lib/testing/database-test";

const test = databaseTest.extend<{ preparing: ReturnType<typeof connect> }>({
  preparing: async ({ databaseUrl }, use) => {
    const connection = connect(databaseUrl, { prepares: true, max: 1 });
    await use(connection);
    await connection.close();
  },
});

const prepared = ({ sql: driver }: ReturnType<typeof connect>) =>
  driver.unsafe("select statement from pg_prepared_statements where statement like '%::int%'");

test("a statement with values is prepared once, in and outside transactions and savepoints", async ({
  preparing,
}) => {
  const { db } = preparing;
  const one = (value: number) => sql`select ${value}::int as found`;

  expect(await db.execute(one(1))).toEqual([{ found: 1 }]);
  expect(await db.transaction((tx) => tx.execute(one(2)))).toEqual([{ found: 2 }]);
  const nested = await db.transaction((tx) => tx.transaction((inner) => inner.execute(one(3))));
  expect(nested).toEqual([{ found: 3 }]);

  expect(await prepared(preparing)).toEqual([{ statement: "select $1::int as found" }]);
});

test("what is long or has no values is not", async ({ preparing }) => {
  const { db } = preparing;
  const many = sql.join(
    Array.from({ length: 1_000 }, (_, at) => sql`${at}::int`),
    sql`, `,
  );
  await db.execute(sql`select 1::int`);
  expect(await db.execute(sql`select array_length(array[${many}], 1) as length`)).toEqual([
    { length: 1_000 },
  ]);
  expect(await prepared(preparing)).toEqual([]);
});

test("statements that are known go together, and each has its own answer", async ({
  databaseUrl,
}) => {
  const seam = openSeam();
  const { db, close } = connect(databaseUrl, { ...seam.options, prepares: true, max: 1 });
  const one = (value: number) => sql`select ${value}::int as found`;
  await db.execute(one(0));

  const answers = await db.transaction((tx) =>
    Promise.all([1, 2, 3].map((value) => tx.execute(one(value)))),
  );

  expect(answers).toEqual([[{ found: 1 }], [{ found: 2 }], [{ found: 3 }]]);
  expect(seam.statements.slice(-5).map(({ isAlone }) => isAlone)).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  await close();
});

test("a failing statement fails by itself outside a transaction, and its transaction inside", async ({
  preparing,
}) => {
  const { db } = preparing;
  const divided = (by: number) => sql`select 1 / ${by}::int as found`;
  await db.execute(divided(1));

  await expect(db.execute(divided(0))).rejects.toMatchObject({ cause: { code: "22012" } });
  const failing = db.transaction((tx) =>
    Promise.all([tx.execute(divided(0)), tx.execute(divided(1))]),
  );
  await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await db.execute(divided(1))).toEqual([{ found: 1 }]);
});
