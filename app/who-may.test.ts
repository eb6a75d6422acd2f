import path from "node:path";
import { and, asc, eq, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { invitations, memberships, workspaces } from "@/db/schema";
import { acts } from "@/lib/authorization/acts";
import { erasureContext } from "@/lib/erasure-context";
import { exportLink } from "@/lib/exports/export-link";
import { filesContext } from "@/lib/files-context";
import { actionRules, actsOf, type Rule, routeRules } from "@/lib/testing/entry-point-rules";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { argumentsOf } from "@/lib/testing/hostile/arguments-of";
import { hostileActions } from "@/lib/testing/hostile/hostile-actions";
import { csrfCookie, hostileSettings, type Sent } from "@/lib/testing/hostile/hostile-routes";
import type { Caller } from "@/lib/testing/hostile/hostile-world";
import { type StoodUp, sessionSecret, standUp } from "@/lib/testing/hostile/stand-up";
import { storeFiles } from "@/lib/testing/hostile/stored-files";
import { wholeSends } from "@/lib/testing/hostile/whole-sends";
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
type Who = { cookie: Caller; agentsDelete: boolean; is: readonly string[] };

/**
 * Everybody who may call, with what the table calls them. All have the links and the codes, and what is sent
 * is about one workspace, its team and its requests; the owner of another is the one who was invited.
 */
const callers: Readonly<Record<string, Who>> = {
  "nobody signed in": { cookie: "nobody", agentsDelete: true, is: ["anybody", "holder"] },
  "an agent": { cookie: "agent", agentsDelete: false, is: [...signedIn(), "agent"] },
  "an agent where agents delete": {
    cookie: "agent",
    agentsDelete: true,
    is: [...signedIn(), "agent", "agent_where_allowed"],
  },
  "an admin": { cookie: "admin", agentsDelete: true, is: [...signedIn(), "admin"] },
  "an owner": { cookie: "owner", agentsDelete: true, is: [...signedIn(), "owner"] },
  "another workspace's owner": {
    cookie: "stranger",
    agentsDelete: true,
    is: [...signedIn(), "invited"],
  },
  "an operator": { cookie: "operator", agentsDelete: true, is: [...signedIn(), "operator"] },
};

/** After these the next call would find something else: they come last, in this order. */
const last = [
  "app/(crm)/[workspace]/contacts/delete-contacts.ts",
  "app/(crm)/[workspace]/settings/members/remove-member.ts",
  "app/(crm)/account/leave-workspace.ts",
  "app/invitation/join-with-account.ts",
  "app/(crm)/[workspace]/settings/general/export-then-delete.ts",
  "app/(crm)/[workspace]/settings/general/delete-workspace.ts",
];

const root = path.join(import.meta.dirname, "..");
const { appUrl } = hostileSettings;
const methods = ["GET", "POST"] as const;
const entryPoints = [
  ...Object.entries(routeRules).flatMap(([file, rule]) =>
    methods.map((method) => ({ name: `${method} ${file}`, file, rule, method })),
  ),
  ...Object.entries(actionRules).map(([file, rule]) => ({ name: file, file, rule, method: null })),
].sort((one, other) => last.indexOf(one.file) - last.indexOf(other.file));
const named = entryPoints.map((one) => [one.name, one] as const);

let site: StoodUp;
let ids: Awaited<ReturnType<typeof idsOfMine>>;
let sends: ReturnType<typeof wholeSends>;
let team: (typeof memberships.$inferSelect)[];

beforeAll(async () => {
  site = await standUp({ RATE_LIMIT_FACTOR: "1000000" });
  const { db, world } = site;
  ids = await idsOfMine();
  team = await teamOf();
  const { id: workspaceId, slug } = world.mine;
  const named = { ...ids, workspaceId };
  const { proofId, expiresAt } = await storeFiles(db, filesContext(), named);
  const { vault } = erasureContext({ type: "system" });
  const linked = { slug, workspaceId, exportId: ids.export, until: expiresAt };
  const [, link = ""] = exportLink(vault, linked).split("?");
  sends = wholeSends({ ...ids, workspace: slug, link, proofId });
  await db
    .update(invitations)
    .set({ email: world.theirs.ownerEmail })
    .where(eq(invitations.workspaceId, workspaceId));
  await world.signIn();
});

afterAll(async () => {
  await site.stop();
});

test("every action, and every method of every route, is called here", async () => {
  expect(Object.keys(hostileActions).sort()).toEqual(Object.keys(actionRules).sort());
  expect(Object.keys(sends).sort()).toEqual(Object.keys(routeRules).sort());
  for (const [file, sent] of Object.entries(sends)) {
    const exported = Object.keys(await import(path.join(root, file)));
    const found = exported.filter((name) => /^[A-Z]+$/.test(name)).sort();
    expect(Object.keys(sent).sort(), file).toEqual(found);
  }
});

describe("who may not is refused, and everything stays as it is", () => {
  let before: unknown;
  beforeAll(async () => {
    before = await everything();
  });

  test.each(named)("%s", async (_name, { file, rule, method }) => {
    if (describesItself(file, method)) return;
    for (const [who, caller] of Object.entries(callers)) {
      if (may(rule, caller)) continue;
      await letAgentsDelete(caller.agentsDelete);
      const writtenBefore = await site.writtenRows();
      expect(await call(file, method, caller, { isSigned: false }), who).toSatisfy(isRefusal);
      expect(await site.writtenRows(), who).toBe(writtenBefore);
    }
  });

  test("byte for byte", async () => {
    await letAgentsDelete(true);
    expect(await everything()).toEqual(before);
  });
});

describe("who may is not refused", () => {
  test.each(named)("%s", async (_name, { file, rule, method }) => {
    for (const [who, caller] of Object.entries(callers)) {
      if (!may(rule, caller) && !isDelivery(rule)) continue;
      await site.world.signIn();
      await restoreTeam();
      await letAgentsDelete(caller.agentsDelete);
      expect(await call(file, method, caller, { isSigned: true }), who).not.toSatisfy(isRefusal);
    }
  });
});

function signedIn() {
  return ["anybody", "holder", "self"];
}

/** Whether the table lets them do what an entry point does. */
function may(rule: Rule, { is }: Who): boolean {
  const [act] = actsOf(rule);
  return act === undefined || acts[act].may.some((one) => is.includes(one));
}

/** By whose signature it is decided, and not by who is signed in. */
function isDelivery(rule: Rule): boolean {
  return actsOf(rule).some((act) => acts[act].object === "delivery");
}

/** What Meta's callbacks are is said to whoever opens their address in a browser. */
function describesItself(file: string, method: string | null): boolean {
  return method === "GET" && file.startsWith("app/api/meta/");
}

async function call(
  file: string,
  method: (typeof methods)[number] | null,
  caller: Who,
  { isSigned }: { isSigned: boolean },
): Promise<unknown> {
  const exported: Record<string, Act> = await import(path.join(root, file));
  if (method === null) {
    const [act] = Object.values(exported);
    const row = hostileActions[file] ?? expect.unreachable();
    const args = argumentsOf(row, aimedAt(row.input(site.world), ids));
    return await outcomeOf(withinRequest(requestOf(caller), async () => await act?.(...args)));
  }
  const whole = sends[file]?.[method];
  const answer = exported[method];
  if (whole === undefined || answer === undefined) return isSigned ? undefined : { notFound: true };
  const rule = routeRules[file];
  const isForged = !isSigned && rule !== undefined && isDelivery(rule);
  const sent = isForged ? forged(whole) : whole;
  const request = requestOf(caller, method, sent);
  const params = Promise.resolve({ ...sent.params });
  const outcome = await outcomeOf(
    withinRequest(request, async () => await answer(request, { params })),
  );
  if (!(outcome instanceof Response)) return outcome;
  return { status: outcome.status, text: await outcome.text() };
}

/** As somebody sends it who has none of the secrets: Meta's callbacks are signed in the body, the others in a header. */
function forged({ body, ...sent }: Partial<Sent>): Partial<Sent> {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  if (body === undefined) return { ...sent, path: "/" };
  const other = String(body).replace("signed_request=", "signed_request=AAAA");
  return { ...sent, headers: form, body: other };
}

function requestOf(
  { cookie }: Who,
  method = "POST",
  { path: at = "/", headers = {}, body }: Partial<Sent> = {},
): NextRequest {
  const cookies = [site.world.cookies[cookie], csrfCookie(sessionSecret)].filter(Boolean);
  return new NextRequest(new URL(at, appUrl), {
    method,
    headers: { ...headers, cookie: cookies.join("; ") },
    ...(body === undefined || method === "GET" ? {} : { body }),
  });
}

function isRefusal(outcome: unknown): boolean {
  const { status, text, code, notFound, to } = Object(outcome);
  if (status === 400) return JSON.parse(text).code === "signature_mismatch";
  if (status !== undefined) return [401, 403, 404].includes(status);
  if (code === "not_authorised" || code === "wrong_account" || notFound === true) return true;
  return /^\/sign-in(\/ended)?\?next=/.test(to);
}

async function idsOfMine() {
  const { db, world } = site;
  const ctx = { ...erasureContext({ type: "requester" }), db };
  const found = await theirIdsOf(ctx, world.mine);
  const agent = (await teamOf()).find(({ role }) => role === "agent") ?? expect.unreachable();
  return { ...found, memberId: agent.id, inboundMailId: world.inboundMailId };
}

async function teamOf() {
  const isOurs = eq(memberships.workspaceId, site.world.mine.id);
  return await site.db.select().from(memberships).where(isOurs).orderBy(asc(memberships.id));
}

async function restoreTeam(): Promise<void> {
  if (JSON.stringify(await teamOf()) === JSON.stringify(team)) return;
  await site.db.delete(memberships).where(eq(memberships.workspaceId, site.world.mine.id));
  await site.db.insert(memberships).values(team);
}

async function letAgentsDelete(isAllowed: boolean): Promise<void> {
  const { id } = site.world.mine;
  await site.db
    .update(workspaces)
    .set({ agentsDeleteContacts: isAllowed })
    .where(and(eq(workspaces.id, id), eq(workspaces.agentsDeleteContacts, !isAllowed)));
}

async function everything(): Promise<unknown> {
  const jobs = await site.db.execute(sql`select id, name, data from pgboss.job order by id`);
  return { rows: await fingerprintAll(site.db), jobs: JSON.stringify(jobs) };
}
