import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { Answer } from "./posted/schemas";
import { formOf } from "./testing/hostile/form-of";
import { outcomeOf } from "./testing/outcome-of";
import { withinRequest } from "./testing/request-scope";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});
vi.mock("server-only", () => ({}));

const { bothWays } = await import("./posted-action");

const Input = z.object({ name: z.string().min(2, "Enter your name."), password: z.string() });
const fields = { name: "Ada", password: "a secret", $ACTION_KEY: "k" };
const acted = vi.fn(
  async (_raw: unknown): Promise<Answer<{ slug: string }>> => ({
    ok: true,
    value: { slug: "acme" },
  }),
);

test("by a script an action gets its input, and by a form the form's fields", async () => {
  const action = bothWays(Input, acted);
  expect(await action({ name: "Ada", password: "a secret" })).toEqual({
    ok: true,
    value: { slug: "acme" },
  });
  expect(await posted(action, fields)).toEqual({ ok: true, typed: { name: "Ada" } });

  for (const [raw] of acted.mock.calls) expect(raw).toEqual({ name: "Ada", password: "a secret" });
  expect(acted).toHaveBeenCalledTimes(2);
});

test("after a form the browser goes where the action says", async () => {
  const action = bothWays<typeof Input, { slug: string }, string>(Input, acted, {
    next: ({ slug }) => `/${slug}/inbox`,
  });
  expect(await posted(action, fields)).toEqual({ redirected: true, to: "/acme/inbox" });
});

test("a refused form says which fields are at fault, and keeps what was typed but for secrets", async () => {
  const refused = async () => ({ ok: false as const, code: "invalid_input" });
  expect(await posted(bothWays(Input, refused), { ...fields, name: "A" })).toEqual({
    ok: false,
    code: "invalid_input",
    faults: { name: "Enter your name." },
    typed: { name: "A" },
  });
});

test("who may not act is not told what is wrong with the form", async () => {
  const refused = async () => ({ ok: false as const, code: "not_authorised" });
  expect(await posted(bothWays(Input, refused), {})).toEqual({
    ok: false,
    code: "not_authorised",
    faults: {},
    typed: {},
  });
});

type Posting = (before: null, form: FormData) => Promise<unknown>;

async function posted(action: Posting, given: Record<string, string>): Promise<unknown> {
  const request = { headers: new Headers(), url: "https://app.example.test/account" };
  return await outcomeOf(withinRequest(request, () => action(null, formOf(given))));
}
