import { eq } from "drizzle-orm";
import { notFound, redirect } from "next/navigation";
import { beforeEach, vi } from "vitest";
import { users } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { ErasureError } from "@/lib/erasure";
import { expect, test } from "@/lib/testing/database-test";
import { log } from "./log";
import { safely } from "./safely";

vi.mock("./log", () => ({ log: { error: vi.fn() } }));

const email = "victim@example.test";

beforeEach(() => {
  vi.mocked(log.error).mockClear();
});

test("a failed query, which quotes its parameters, leaves only a bare error behind", async ({
  db,
  sql,
}) => {
  await sql`alter table users rename to persons`;
  const original = await findUser(db).catch((error: unknown) => error);
  expect(String(original)).toContain(email);

  const error = await failureOf(() => safely("/somewhere", () => findUser(db)));

  expect(error).toBeInstanceOf(Error);
  expect(error).not.toHaveProperty("cause");
  expect(error).toMatchObject({
    message: "Unavailable",
    digest: expect.stringMatching(/^\w{10}$/),
  });
  expect(everythingIn(error)).not.toContain(email);
});

test("the failure is logged once, under the reference that the reader sees", async ({
  db,
  sql,
}) => {
  await sql`alter table users rename to persons`;

  const error = await failureOf(() => safely("/outer", () => safely("/inner", () => findUser(db))));

  expect(log.error).toHaveBeenCalledExactlyOnceWith("A request failed.", {
    route: "/inner",
    reference: Reflect.get(Object(error), "digest"),
    error: expect.any(Error),
  });
});

test.for<[string, () => never]>([
  ["a redirect", () => redirect("/elsewhere")],
  ["a page not found", () => notFound()],
  [
    "a refusal by the domain",
    () => {
      throw new ErasureError("on_hold", "for engineers");
    },
  ],
])("%s passes untouched and is no failure", async ([, signal]) => {
  const original = await failureOf(async () => signal());

  expect(await failureOf(() => safely("/somewhere", async () => signal()))).toEqual(original);
  expect(log.error).not.toHaveBeenCalled();
});

test("what goes well is handed on", async () => {
  expect(await safely("/somewhere", async () => 7)).toBe(7);
});

async function findUser(db: Db) {
  return await db.select({ id: users.id }).from(users).where(eq(users.email, email));
}

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return await work().then(
    () => expect.fail("It did not fail."),
    (error: unknown) => error,
  );
}

/** An error as a printer sees it: hidden properties and the stack as well. */
function everythingIn(error: unknown): string {
  return Object.values(Object.getOwnPropertyDescriptors(Object(error)))
    .map(({ value }) => String(value))
    .join();
}
