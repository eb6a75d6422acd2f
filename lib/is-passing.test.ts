import { randomBytes } from "node:crypto";
import { describe } from "vitest";
import { connect } from "@/db/client";
import { expect, test } from "@/lib/testing/database-test";
import { isPassing } from "./is-passing";

describe("what the database says may pass in a moment where it is", () => {
  test.for([
    ["a full disk", "53100", true],
    ["too little memory", "53200", true],
    ["a server that is starting", "57P03", true],
    ["a lost race", "40001", true],
    ["a deadlock", "40P01", true],
    ["a value that is there already", "23505", false],
    ["a table that is not there", "42P01", false],
    ["what may not be written", "42501", false],
  ] as const)("%s (%s): %s", async ([, code, passes], { sql }) => {
    const raised = sql.unsafe(`do $$ begin raise exception 'x' using errcode = '${code}'; end $$`);
    const error = await raised.then(
      () => expect.unreachable("It was not raised."),
      (one: unknown) => one,
    );
    expect(error).toMatchObject({ code });
    expect(isPassing(new Error("A query failed.", { cause: error }))).toBe(passes);
  });

  test("no connection left", async ({ sql, databaseUrl }) => {
    const name = `nobody_${randomBytes(4).toString("hex")}`;
    await sql`create role ${sql(name)} login password 'x' connection limit 0`;
    const url = Object.assign(new URL(databaseUrl), { username: name, password: "x" });
    const { sql: shutOut, close } = connect(url.href, { max: 1 });
    try {
      const error = await shutOut`select 1`.then(
        () => expect.unreachable("It was let in."),
        (one: unknown) => one,
      );
      expect(error).toMatchObject({ code: "53300" });
      expect(isPassing(error)).toBe(true);
    } finally {
      await close();
      await sql`drop role ${sql(name)}`;
    }
  });
});
