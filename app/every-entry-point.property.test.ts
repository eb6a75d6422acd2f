import path from "node:path";
import fc from "fast-check";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actionRules, routeRules } from "@/lib/testing/entry-point-rules";
import { argumentsOf } from "@/lib/testing/hostile/arguments-of";
import { formOf } from "@/lib/testing/hostile/form-of";
import { type HostileAction, hostileActions } from "@/lib/testing/hostile/hostile-actions";
import {
  brokenBody,
  endlessBody,
  type HostileBody,
  stalledBody,
  tricklingBody,
} from "@/lib/testing/hostile/hostile-bodies";
import {
  csrfCookie,
  hostileRoutes,
  hostileSettings,
  type Sent,
} from "@/lib/testing/hostile/hostile-routes";
import { canary } from "@/lib/testing/hostile/hostile-text";
import { hostileValue } from "@/lib/testing/hostile/hostile-value";
import type { Caller, HostileWorld } from "@/lib/testing/hostile/hostile-world";
import { spoiled } from "@/lib/testing/hostile/spoiled";
import { sessionSecret, standUp } from "@/lib/testing/hostile/stand-up";
import { outcomeOf } from "@/lib/testing/outcome-of";
import { withinRequest } from "@/lib/testing/request-scope";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});

/** Everything is real but for Next's server itself, what only a build has, and where the log goes. */
const logged = vi.hoisted((): string[] => []);
vi.mock("server-only", () => ({}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en-GB" }));
vi.mock("@/lib/log", async (importOriginal) => {
  const { createLog, ...original } = await importOriginal<typeof import("@/lib/log")>();
  return { ...original, createLog, log: createLog({ write: (line) => logged.push(line) }) };
});
const patience = vi.hoisted(() => ({ nextBytes: 60, whole: 240 }));
vi.mock("@/lib/body-patience", () => ({ bodyPatience: patience }));

const root = path.join(import.meta.dirname, "..");
const { appUrl } = hostileSettings;
const numRuns = Number(process.env.HOSTILE_RUNS ?? 15);
const callers = ["nobody", "stranger", "owner", "operator"] as const;

let world: HostileWorld;
let writtenRows: () => Promise<number>;
let stop: () => Promise<void>;
const complaints = vi.spyOn(console, "error");

beforeAll(async () => {
  ({ world, writtenRows, stop } = await standUp({ RATE_LIMIT_FACTOR: "1000000" }));
});

afterAll(async () => {
  await stop();
});

beforeEach(async () => {
  await world.signIn();
  logged.length = 0;
  complaints.mockClear();
});

test("every action and every route is called here", () => {
  expect(Object.keys(hostileActions).sort()).toEqual(Object.keys(actionRules).sort());
  expect(Object.keys(hostileRoutes).sort()).toEqual(Object.keys(routeRules).sort());
});

describe("an action answers whatever it is given, and changes nothing that it does not take", () => {
  test.each(Object.entries(hostileActions))("%s", async (file, row) => {
    const { by, input, form, isAlwaysDone } = row;
    const act = await onlyExportOf(file);
    await holds(
      fc.tuple(inputsOf(input(world), form), fc.constantFrom(...callers)),
      async ([args, caller]) => {
        const before = await writtenRows();
        const outcome = await outcomeOf(withinRequest(requestOf(caller), () => act(...args)));

        expect(outcome).toSatisfy(isTyped);
        if (!isTaken(outcome) && !isAlwaysDone) {
          expect(await writtenRows(), "rows are written").toBe(before);
        }
        if (isInvited(by, caller)) return;
        expect(outcome).toSatisfy(isRefusal);
        expect(await writtenRows(), "rows are written for somebody else").toBe(before);
      },
    );
  });
});

test("what is spoiled here is well-formed before: it reaches what the action is there for", async () => {
  for (const [file, row] of Object.entries(hostileActions)) {
    const { by, input } = row;
    const caller = by === "signed_in" ? "owner" : by;
    const act = await onlyExportOf(file);
    const args = argumentsOf(row, input(world));
    const outcome = await outcomeOf(withinRequest(requestOf(caller), () => act(...args)));
    const code = isRecord(outcome) ? outcome.code : undefined;
    expect(["invalid_input", "not_authorised"], file).not.toContain(code);
  }
});

describe("a route answers whatever it is sent, and changes nothing that it does not take", () => {
  const sends = Object.entries(hostileRoutes).flatMap(([file, { by, sends }]) =>
    Object.entries(sends).map(([method, send]) => [method, file, by, send] as const),
  );
  test.each(sends)("%s %s", async (method, file, by, send) => {
    const answer = await handlerOf(file, method);
    await holds(fc.tuple(send(world), fc.constantFrom(...callers)), async ([sent, caller]) => {
      const before = await writtenRows();
      const request = requestOf(caller, method, sent);
      const response = await answerOf(answer, request, sent.params ?? {});
      const text = await response.text();

      expect(response.status, text.slice(0, 200)).toBeLessThan(500);
      if (response.status >= 400) {
        expect(await writtenRows(), "rows are written").toBe(before);
        expect(`${text}${JSON.stringify([...response.headers])}`).not.toContain(canary);
        if (text !== "" && !file.includes("nextauth")) {
          expect(JSON.parse(text)).toMatchObject({ code: expect.any(String) });
        }
      }
      if (isInvited(by, caller)) return;
      expect([303, 307, 401, 404]).toContain(response.status);
      expect(await writtenRows(), "rows are written for somebody else").toBe(before);
    });
  });

  test("every method that a route has is called here", async () => {
    for (const [file, { sends }] of Object.entries(hostileRoutes)) {
      const exported = Object.keys(await import(path.join(root, file)));
      const methods = exported.filter((name) => /^[A-Z]+$/.test(name));
      expect(methods.sort(), file).toEqual(Object.keys(sends).sort());
    }
  });
});

describe("of a body no more is read than is taken, and nobody is waited for", () => {
  const reading = Object.entries(hostileRoutes).flatMap(([file, { sends, maxBytes }]) =>
    sends.POST === undefined ? [] : [[file, maxBytes ?? 0] as const],
  );
  test.each(reading)("%s", async (file, maxBytes) => {
    expect(maxBytes).toBeGreaterThan(0);
    const [shape] = fc.sample(hostileRoutes[file]?.sends.POST?.(world) ?? fc.constant({}), 1);
    const { by } = hostileRoutes[file] ?? {};
    const isList = by === "operator" || by === "owner";
    const caller = isList ? by : "nobody";
    const answer = await handlerOf(file, "POST");
    const before = await writtenRows();
    const kinds: [HostileBody, number][] = [
      [endlessBody(), 413],
      [stalledBody(), 408],
      [brokenBody(), 400],
      // Who is in the middle of a list is waited for, as long as the server itself waits for a request.
      ...(isList ? [] : [[tricklingBody(patience.nextBytes / 2), 408] as [HostileBody, number]]),
    ];
    for (const [body, refusal] of kinds) {
      const sent = { ...shape, headers: { origin: appUrl }, body: body.stream };
      const params = { workspace: world.mine.slug, nextauth: ["callback", "credentials"] };
      const started = performance.now();
      const response = await answerOf(answer, requestOf(caller, "POST", sent), params);
      const text = await response.text();
      // A list is answered while it still comes in; what is not read of it is said at the end.
      if (isList) expect(text).toMatch(/stopped,|interrupted|malformed/);
      else expect(response.status).toBe(refusal);
      expect(body.sentBytes()).toBeLessThanOrEqual(maxBytes + 64 * 1024);
      expect(performance.now() - started).toBeLessThan(3_000);
    }
    expect(await writtenRows()).toBe(before);
    expect(errorsLogged()).toEqual([]);
  });
});

/** Runs a property, after which nothing that was sent is in the log, and nothing of ours has failed. */
async function holds<Value>(
  arbitrary: fc.Arbitrary<Value>,
  property: (value: Value) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      logged.length = 0;
      await property(value);
      expect(errorsLogged()).toEqual([]);
      const said = `${logged.join("")}${JSON.stringify(complaints.mock.calls)}`;
      for (const word of [canary, ...personalWords()]) expect(said).not.toContain(word);
      expect(complaints).not.toHaveBeenCalled();
    }),
    { numRuns },
  );
}

function errorsLogged(): string[] {
  return logged.filter((line) => line.includes('"level":"error"'));
}

function personalWords(): string[] {
  return [world.mine, world.theirs].flatMap(({ slug, ownerEmail }) => [slug, ownerEmail]);
}

/**
 * The arguments of a call: a form where it is one, and now and then none although it should be. What a script
 * calls with its input a browser without scripts calls with a form.
 */
function inputsOf(good: unknown, form: HostileAction["form"]): fc.Arbitrary<unknown[]> {
  const forms = spoiled(good).map(formOf);
  const first = fc.oneof({ weight: 5, arbitrary: forms }, { weight: 1, arbitrary: hostileValue });
  if (form === undefined) {
    return fc.oneof(
      spoiled(good).map((input) => [input]),
      fc.tuple(hostileValue, first),
    );
  }
  if (form === "alone") return first.map((one) => [one]);
  return fc.tuple(hostileValue, first);
}

function isInvited(by: HostileAction["by"], caller: Caller): boolean {
  if (by === "nobody") return true;
  return by === "signed_in" ? caller !== "nobody" : by === caller;
}

function requestOf(
  caller: Caller,
  method = "POST",
  { path = "/", headers = {}, body }: Partial<Omit<Sent, "body">> & { body?: BodyInit } = {},
): NextRequest {
  const cookie = [world.cookies[caller], csrfCookie(sessionSecret)].filter(Boolean).join("; ");
  return new NextRequest(new URL(path, appUrl), {
    method,
    headers: { ...headers, cookie },
    ...(body === undefined || method === "GET" ? {} : { body, duplex: "half" }),
  });
}

type Handler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

async function handlerOf(file: string, method: string): Promise<Handler> {
  return (await import(path.join(root, file)))[method];
}

async function onlyExportOf(file: string): Promise<(...args: unknown[]) => Promise<unknown>> {
  const [act, ...others] = Object.values(await import(path.join(root, file)));
  if (typeof act !== "function" || others.length > 0) throw new Error(`${file} is not one action.`);
  return async (...args) => await act(...args);
}

/** What the caller gets: also where Next's own signals say it. */
async function answerOf(answer: Handler, request: NextRequest, params: unknown): Promise<Response> {
  const outcome = await outcomeOf(
    withinRequest(request, async () => await answer(request, { params: Promise.resolve(params) })),
  );
  if (outcome instanceof Response) return outcome;
  if (isRecord(outcome) && outcome.redirected) return new Response(null, { status: 307 });
  if (isRecord(outcome) && outcome.notFound) return new Response(null, { status: 404 });
  throw new Error(`${request.url} was answered with no response.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** One of the shapes that actions answer with; none is an error. */
function isTyped(outcome: unknown): boolean {
  if (outcome === undefined) return true;
  if (!isRecord(outcome)) return false;
  if (outcome.ok === false) return typeof outcome.code === "string";
  return (
    outcome.ok === true ||
    ["redirected", "notFound", "step", "fault", "outcome"].some((name) => name in outcome)
  );
}

function isTaken(outcome: unknown): boolean {
  if (outcome === undefined) return true;
  if (!isRecord(outcome)) return false;
  // Where a form leads whose sender has joined.
  const isLedIn = typeof outcome.to === "string" && outcome.to.endsWith("/inbox");
  return outcome.ok === true || outcome.step === "sent" || isLedIn;
}

function isRefusal(outcome: unknown): boolean {
  if (!isRecord(outcome)) return false;
  return outcome.code === "not_authorised" || "redirected" in outcome || "notFound" in outcome;
}
