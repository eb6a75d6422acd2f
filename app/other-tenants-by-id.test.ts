import { glob } from "node:fs/promises";
import path from "node:path";
import { eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { erasureGroups, erasureRequests, legalHolds, sessions, users } from "@/db/schema";
import { erasureContext } from "@/lib/erasure-context";
import { actionRules, routeRules } from "@/lib/testing/entry-point-rules";
import { fingerprint } from "@/lib/testing/fingerprint";
import { formOf } from "@/lib/testing/hostile/form-of";
import { hostileActions } from "@/lib/testing/hostile/hostile-actions";
import { hostileRoutes, hostileSettings } from "@/lib/testing/hostile/hostile-routes";
import type { HostileWorld } from "@/lib/testing/hostile/hostile-world";
import { type StoodUp, standUp } from "@/lib/testing/hostile/stand-up";
import { outcomeOf } from "@/lib/testing/outcome-of";
import { withinRequest } from "@/lib/testing/request-scope";
import { aimedAt, theirIdsOf } from "@/lib/testing/their-ids";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});

/** Everything is real but for Next's server itself, what only a build has, and where the log goes. */
vi.mock("server-only", () => ({}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en-GB" }));
vi.mock("@/lib/log", async (importOriginal) => {
  const { createLog, ...original } = await importOriginal<typeof import("@/lib/log")>();
  return { ...original, createLog, log: createLog({ write: () => {} }) };
});

type Act = (...args: unknown[]) => Promise<unknown>;

const root = path.join(import.meta.dirname, "..");
const { appUrl } = hostileSettings;

let site: StoodUp;
let world: HostileWorld;
let theirs: Awaited<ReturnType<typeof theirIdsOf>> & { inboundMailId: string };
let before: unknown;

beforeAll(async () => {
  site = await standUp({ RATE_LIMIT_FACTOR: "1000000" });
  world = site.world;
  const ctx = { ...erasureContext({ type: "requester" }), db: site.db };
  const { inboundMailId } = world;
  theirs = { ...(await theirIdsOf(ctx, world.theirs)), inboundMailId };
  await world.signIn();
  before = await allOfTheirs();
});

afterAll(async () => {
  await site.stop();
});

beforeEach(async () => {
  await site.db.delete(sessions).where(eq(sessions.userId, world.mine.ownerId));
});

test("every action and every route is tried here", () => {
  expect(Object.keys(hostileActions).sort()).toEqual(Object.keys(actionRules).sort());
  expect(Object.keys(hostileRoutes).sort()).toEqual(Object.keys(routeRules).sort());
});

describe("an action that names another tenant's row tells nothing of it and leaves it as it is", () => {
  test.each(Object.entries(hostileActions))("%s", async (file, { by, input, form }) => {
    const [act] = Object.values<Act>(await import(path.join(root, file)));
    const good = input(world);
    const { workspaceId: _theirs, ...rows } = theirs;
    for (const aim of [theirs, { ...rows, workspaceId: world.mine.id }]) {
      const aimed = aimedAt(good, aim);
      const fields = form === undefined ? aimed : formOf(aimed);
      const args = form === "after_state" ? [null, fields] : [fields];
      const request = await asMine("POST", { path: "/" });
      const outcome = await outcomeOf(withinRequest(request, async () => await act?.(...args)));

      expectNothingOfTheirs(JSON.stringify(outcome) ?? "");
      const isOnTheirs = aim === theirs && "workspaceId" in Object(good);
      if (isOnTheirs || by === "operator") expect(outcome).toSatisfy(isRefusal);
      expect(await allOfTheirs()).toEqual(before);
    }
  });
});

describe("a route whose address names another tenant's row tells nothing of it and leaves it as it is", () => {
  const sends = Object.entries(hostileRoutes).flatMap(([file, { by, sends }]) =>
    Object.entries(sends).map(([method, send]) => [method, file, by, send] as const),
  );
  test.each(sends)("%s %s", async (method, file, by, send) => {
    const answer = (await import(path.join(root, file)))[method];
    for (const sent of fc.sample(send(world), { seed: 7, numRuns: 3 })) {
      const names = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
      for (const workspace of [world.theirs.slug, world.mine.slug]) {
        const params = Object.fromEntries(names.map((name) => [name, Reflect.get(theirs, name)]));
        const aimed = { ...sent.params, ...params, ...(params.workspace && { workspace }) };
        expect(Object.values(aimed), "they have none").not.toContain(undefined);
        const request = await asMine(method, sent);
        const outcome = await outcomeOf(
          withinRequest(
            request,
            async () => await answer(request, { params: Promise.resolve(aimed) }),
          ),
        );
        const text = outcome instanceof Response ? await outcome.text() : JSON.stringify(outcome);

        expectNothingOfTheirs(text);
        const isOnTheirs = workspace === world.theirs.slug && names.includes("workspace");
        if (isOnTheirs || by === "operator") expect(outcome).toSatisfy(isRefusal);
        expect(await allOfTheirs()).toEqual(before);
      }
    }
  });
});

test("no page of the operators' shows a tenant another's row", async () => {
  let pages = 0;
  for await (const file of glob("app/(operator)/**/page.tsx", { cwd: root })) {
    const { default: page } = await import(path.join(root, file));
    const props = { params: Promise.resolve({ ...theirs, mail: theirs.requestId }) };
    const asked = async () => await page({ ...props, searchParams: Promise.resolve({}) });
    const outcome = await outcomeOf(withinRequest(await asMine("GET", { path: "/" }), asked));
    expect(outcome, file).toSatisfy(isRefusal);
    pages += 1;
  }
  expect(pages).toBeGreaterThan(5);
});

/** A request of the owner of another workspace, who is signed in anew. */
async function asMine(
  method: string,
  { path: at = "/", headers = {}, body }: { path?: string; headers?: object; body?: BodyInit },
): Promise<NextRequest> {
  await world.signIn();
  return new NextRequest(new URL(at, appUrl), {
    method,
    headers: { ...headers, cookie: world.cookies.owner },
    ...(body === undefined || method === "GET" ? {} : { body }),
  });
}

/** Byte for byte what they have, and what the ledger and the sign-in have of them. */
async function allOfTheirs(): Promise<unknown> {
  const { db } = site;
  const { id, ownerId, agentId } = world.theirs;
  const people = [ownerId, agentId];
  const digest = erasureContext({ type: "system" }).vault.digest("workspace", id);
  return {
    workspace: await fingerprint(db, id),
    people: await db.select().from(users).where(inArray(users.id, people)).orderBy(users.id),
    session: await db.select().from(sessions).where(eq(sessions.id, theirs.sessionId)),
    requests: await db.select().from(erasureRequests).where(isAboutThem()),
    chosen: await db.select().from(erasureGroups).where(eq(erasureGroups.workspaceDigest, digest)),
    holds: await db.select().from(legalHolds),
  };
}

function isAboutThem() {
  const { id, ownerId, agentId, contactIds } = world.theirs;
  return inArray(erasureRequests.subjectId, [id, ownerId, agentId, ...contactIds]);
}

/** Their slug is part of all that is written of them. */
function expectNothingOfTheirs(text: string): void {
  const { workspaceId, contactId, requestId, sessionId, attachment, memberId } = theirs;
  const { slug, ownerId, agentId } = world.theirs;
  const ids = [workspaceId, contactId, requestId, sessionId, attachment, memberId];
  for (const word of [...ids, slug, ownerId, agentId]) expect(text).not.toContain(word);
}

function isRefusal(outcome: unknown): boolean {
  if (outcome instanceof Response) return [303, 307, 401, 403, 404].includes(outcome.status);
  const { code, redirected, notFound } = Object(outcome);
  return code === "not_authorised" || redirected === true || notFound === true;
}
