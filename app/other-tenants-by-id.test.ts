import { glob } from "node:fs/promises";
import path from "node:path";
import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  controllerTasks,
  erasureGroups,
  erasureRequests,
  legalHolds,
  sessions,
  users,
} from "@/db/schema";
import { erasureContext } from "@/lib/erasure-context";
import { actionRules, routeRules } from "@/lib/testing/entry-point-rules";
import { fingerprint } from "@/lib/testing/fingerprint";
import { argumentsOf } from "@/lib/testing/hostile/arguments-of";
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
const nothingThere = { notFound: true };

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
  test.each(Object.entries(hostileActions))("%s", async (file, row) => {
    const { by, input, form } = row;
    const [act] = Object.values<Act>(await import(path.join(root, file)));
    const good = input(world);
    const { workspaceId: _theirs, ...rows } = theirs;
    for (const aim of [theirs, { ...rows, workspaceId: world.mine.id }]) {
      const aimed = aimedAt(good, aim);
      const args = argumentsOf(row, aimed);
      const request = await asMine("POST", { path: "/" });
      const outcome = await outcomeOf(withinRequest(request, async () => await act?.(...args)));

      expectNothingOfTheirs(JSON.stringify(outcome) ?? "");
      const isOnTheirs = aim === theirs && "workspaceId" in Object(good);
      const refusal = form === undefined ? { ok: false, code: "not_authorised" } : nothingThere;
      if (isOnTheirs) expect(outcome).toEqual(refusal);
      if (by === "operator") expect(outcome).toSatisfy(isRefusal);
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
        if (/\[workspace\].*\[\w+\]/.test(file)) expect(outcome).toMatchObject({ status: 404 });
        expect(await allOfTheirs()).toEqual(before);
      }
    }
  });
});

describe("a page whose address names another tenant's row shows nothing of it", () => {
  test("of a workspace's: nothing is there in theirs, nor under one's own with their id", async () => {
    let pages = 0;
    const folder = "app/(crm)/[workspace]";
    for await (const name of glob("**/page.tsx", { cwd: path.join(root, folder) })) {
      const file = `${folder}/${name}`;
      expect(await seen(file, {}), file).toEqual(nothingThere);
      const isOfOne = /\[(?!workspace)\w+\]/.test(file);
      const { slug: workspace } = world.mine;
      if (isOfOne) expect(await seen(file, { workspace }), file).toEqual(nothingThere);
      pages += 1;
    }
    expect(pages).toBeGreaterThan(10);
    expect(await allOfTheirs()).toEqual(before);
  });

  test("of the operators': nothing is there", async () => {
    let pages = 0;
    for await (const file of glob("app/(operator)/**/page.tsx", { cwd: root })) {
      expect(await seen(file, { mail: theirs.requestId }), file).toEqual(nothingThere);
      pages += 1;
    }
    expect(pages).toBeGreaterThan(5);
  });
});

/** What a page gives at an address of theirs, but for the parts that are given here. */
async function seen(file: string, parts: Record<string, string>): Promise<unknown> {
  const { default: page } = await import(path.join(root, file));
  const params = Promise.resolve({ ...theirs, task: theirs.taskId, ...parts });
  const { conversation: after, selectionId: deletion } = theirs;
  const searchParams = Promise.resolve({ after, deletion });
  const asked = async () => await page({ params, searchParams });
  return await outcomeOf(withinRequest(await asMine("GET", { path: "/" }), asked));
}

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
  const { id, ownerId, agentId, contactIds } = world.theirs;
  const people = [ownerId, agentId];
  const digest = erasureContext({ type: "system" }).vault.digest("workspace", id);
  return {
    workspace: await fingerprint(db, id),
    people: await db.select().from(users).where(inArray(users.id, people)).orderBy(users.id),
    session: await db.select().from(sessions).where(eq(sessions.id, theirs.sessionId)),
    requests: await db.select().from(erasureRequests).where(isAboutThem()),
    chosen: await db.select().from(erasureGroups).where(eq(erasureGroups.workspaceDigest, digest)),
    holds: await db.select().from(legalHolds),
    tasks: await db.select().from(controllerTasks).where(eq(controllerTasks.controllerId, id)),
    jobs: await inJobs([id, theirs.requestId, ...people, ...contactIds]),
  };
}

/** How often each is named in what is enqueued. */
async function inJobs(ids: readonly string[]): Promise<number[]> {
  const jobs = JSON.stringify(await site.db.execute(sql`select data from pgboss.job`));
  return ids.map((id) => jobs.split(id).length - 1);
}

function isAboutThem() {
  const { id, ownerId, agentId, contactIds } = world.theirs;
  return inArray(erasureRequests.subjectId, [id, ownerId, agentId, ...contactIds]);
}

/** Their slug is part of all that is written of them. */
function expectNothingOfTheirs(text: string): void {
  const { workspaceId, contactId, requestId, sessionId, attachment, memberId } = theirs;
  const { slug, ownerId, agentId } = world.theirs;
  const { conversation, exportId, invitationId, taskId, selectionId, holdId } = theirs;
  const ids = [
    ...[workspaceId, contactId, requestId, sessionId, attachment, memberId],
    ...[conversation, exportId, invitationId, taskId, selectionId, holdId],
  ];
  for (const word of [...ids, slug, ownerId, agentId]) expect(text).not.toContain(word);
}

function isRefusal(outcome: unknown): boolean {
  if (outcome instanceof Response) return [303, 307, 401, 403, 404].includes(outcome.status);
  const { code, redirected, notFound } = Object(outcome);
  return code === "not_authorised" || redirected === true || notFound === true;
}
