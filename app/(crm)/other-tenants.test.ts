import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { vi } from "vitest";
import {
  channelConnections,
  controllerTasks,
  conversations,
  erasureGroups,
  erasureRequests,
  invitations,
  mediaAttachments,
  memberships,
  messages,
  workspaceExports,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { findMembership } from "@/lib/auth/find-membership";
import { everyContact } from "@/lib/contacts/schemas";
import type { Actor, Db, ErasureContext } from "@/lib/erasure/context";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";

type Glue = {
  db: Db | null;
  userId: string | null;
  contextOf: ((actor: Actor) => ErasureContext) | null;
};

const glue = vi.hoisted((): Glue => ({ db: null, userId: null, contextOf: null }));

vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock("@/lib/database", () => ({ database: () => glue }));
vi.mock("@/lib/erasure-context", () => ({
  erasureContext: (actor: Actor) => glue.contextOf?.(actor),
}));
vi.mock("@/lib/files-context", () => ({
  filesContext: () => ({ db: glue.db, now: () => new Date() }),
}));
vi.mock("@/lib/env", () => ({
  env: () => ({ APP_URL: "https://app.example.test", POLICY_PROFILE: "default" }),
}));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));
vi.mock("@/lib/auth", () => {
  const user = async () => ({ id: glue.userId, name: "Somebody", email: "somebody@example.test" });
  return {
    currentUser: user,
    requireUser: user,
    membershipOf: async (userId: string, slug: string) =>
      glue.db && (await findMembership(glue.db, userId, { slug })),
  };
});

const root = path.join(import.meta.dirname, "[workspace]");

const test = erasureTest.extend<{ isWired: true }>({
  isWired: [
    async ({ as, db }, use) => {
      glue.contextOf = as;
      glue.db = db;
      await use(true);
    },
    { auto: true },
  ],
});

test("no action, page or address of a workspace is another tenant's to use, and no row can be reached by its id", {
  timeout: 120_000,
}, async ({ db, sql }) => {
  const [mine, theirs] = [await createWorkspace(db), await createWorkspace(db)];
  const ids = await idsOf(db, theirs);
  const before = await fingerprint(db, theirs.id);
  glue.userId = mine.ownerId;

  const actions = await load("**/*.ts", (text) => text.startsWith('"use server"'));
  const inputs = actionInputs(theirs, ids);
  expect(actions.map(({ file }) => file).sort(), "an action without a row here").toEqual(
    Object.keys(inputs).sort(),
  );
  for (const { file, exported } of actions) {
    for (const [name, act] of Object.entries(exported)) {
      const { input, isForm } = inputs[file] ?? { input: {}, isForm: false };
      const call = async (workspaceId: string) =>
        await (isForm ? act(formOf({ ...input, workspaceId })) : act({ ...input, workspaceId }));
      const answer = await outcomeOf(call(theirs.id));
      expect(answer, `${name} on their workspace`).toEqual(
        isForm ? { notFound: true } : { ok: false, code: "not_authorised" },
      );
      const own = JSON.stringify(await outcomeOf(call(mine.id)));
      for (const id of Object.values(ids)) expect(own, `${name} with their ids`).not.toContain(id);
    }
  }

  for (const { file, exported } of await load("**/route.ts", () => true)) {
    for (const [method, answer] of Object.entries(exported)) {
      if (!/^[A-Z]+$/.test(method)) continue;
      for (const [workspace, isTheirs] of [
        [theirs.slug, true],
        [mine.slug, false],
      ] as const) {
        if (!isTheirs && !/\[\w+\]/.test(file)) continue;
        const response = await answer(
          new Request("https://app.example.test/", {
            method,
            headers: { origin: "https://app.example.test" },
            ...(method === "GET" ? {} : { body: "name,phone\nA,+447700900123" }),
          }),
          { params: Promise.resolve({ ...ids, workspace }) },
        );
        expect(response, `${method} ${file}`).toMatchObject({ status: 404 });
      }
    }
  }

  for (const { file, exported } of await load("**/page.tsx", () => true)) {
    const page = exported.default;
    if (page === undefined) throw new Error(`${file} is no page.`);
    const see = async (workspace: string) =>
      await outcomeOf(
        page({
          params: Promise.resolve({ ...ids, workspace }),
          searchParams: Promise.resolve({ after: ids.conversation, deletion: ids.selectionId }),
        }),
      );
    expect(await see(theirs.slug), `${file} of their workspace`).toSatisfy(
      (seen) => seen.notFound === true || seen.redirected === true,
    );
    if (/\[(?!workspace)\w+\]/.test(file)) {
      expect(await see(mine.slug), `${file} with their id`).toEqual({ notFound: true });
    }
  }

  expect(await fingerprint(db, theirs.id)).toEqual(before);
  expect(await db.select().from(erasureRequests)).toEqual([]);
  expect(await db.select().from(controllerTasks)).toMatchObject([{ state: "open" }]);
  const jobs: { data: unknown }[] = await sql`select data from pgboss.job`;
  expect(JSON.stringify(jobs)).not.toContain(theirs.id);
});

type Ids = Awaited<ReturnType<typeof idsOf>>;
type Loaded = { file: string; exported: Record<string, (...args: unknown[]) => Promise<unknown>> };

/** What each action is asked with another tenant's rows: an action that has none here fails the test. */
function actionInputs(
  theirs: TestWorkspace,
  ids: Ids,
): Record<string, { input: Record<string, unknown>; isForm?: boolean }> {
  const choice = { ids: [ids.id] };
  return {
    "contacts/count-matching.ts": { input: { filter: everyContact } },
    "contacts/find-contacts.ts": {
      input: { filter: everyContact, sort: "name", after: { id: ids.id, name: "A" } },
    },
    "contacts/delete-contacts.ts": { input: { choice, confirmCount: 1 } },
    "contacts/preview-contacts-deletion.ts": { input: { choice } },
    "contacts/follow-deletion.ts": { input: { selectionId: ids.selectionId } },
    "settings/general/preview-deletion.ts": { input: {} },
    "settings/general/delete-workspace.ts": {
      input: {
        confirmSlug: theirs.slug,
        choices: { deregisterNumber: false, deleteTemplates: false },
      },
    },
    "settings/general/export-then-delete.ts": {
      input: {
        confirmSlug: theirs.slug,
        choices: { deregisterNumber: false, deleteTemplates: false },
        includesMedia: false,
      },
    },
    "settings/general/let-agents-delete.ts": { input: { isAllowed: false } },
    "settings/backups/start-export.ts": { input: { contactId: ids.id, includesMedia: false } },
    "settings/backups/end-export.ts": { input: { exportId: ids.export } },
    "settings/members/withdraw-invitation.ts": { input: { invitationId: ids.invitationId } },
    "settings/members/invite-member.ts": {
      input: { email: "friend@example.test", role: "agent" },
    },
    "settings/members/change-role.ts": { input: { memberId: ids.memberId, role: "admin" } },
    "settings/members/remove-member.ts": { input: { memberId: ids.memberId } },
    "privacy-requests/[task]/refuse-customer.ts": {
      input: { taskId: ids.task, reason: "no_matching_data" },
      isForm: true,
    },
    "privacy-requests/[task]/erase-customer.ts": {
      input: { taskId: ids.task, isTheCustomer: "on" },
      isForm: true,
    },
  };
}

/** Named as the addresses' own parts are, where they are one. */
async function idsOf(db: Db, { id: workspaceId, contactIds }: TestWorkspace) {
  const [contactId = ""] = contactIds;
  const own = <Row extends { id: string }>(rows: Row[]) => rows[0]?.id ?? "";
  const [attachment, invitation, thread, member, message, channel] = await Promise.all([
    db.select().from(mediaAttachments).where(eq(mediaAttachments.workspaceId, workspaceId)),
    db.select().from(invitations).where(eq(invitations.workspaceId, workspaceId)),
    db.select().from(conversations).where(eq(conversations.contactId, contactId)),
    db
      .select()
      .from(memberships)
      .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "agent"))),
    db.select().from(messages).where(eq(messages.workspaceId, workspaceId)),
    db.select().from(channelConnections).where(eq(channelConnections.workspaceId, workspaceId)),
  ]);
  const [task, selectionId] = [newId(), newId()];
  const createdAt = new Date("2026-11-20T00:00:00Z");
  await db.insert(controllerTasks).values({
    id: task,
    requestId: newId(),
    controllerId: workspaceId,
    customerId: contactId,
    matchedBy: "email",
    createdAt,
    dueAt: new Date("2026-12-20T00:00:00Z"),
  });
  const [taken] = await db
    .select({ id: workspaceExports.id })
    .from(workspaceExports)
    .where(eq(workspaceExports.workspaceId, workspaceId));
  await db.insert(erasureGroups).values({
    id: newId(),
    selectionId,
    workspaceDigest: "theirs",
    contacts: 1,
    chosenAt: createdAt,
  });
  return {
    id: contactId,
    attachment: own(attachment),
    conversation: own(thread),
    invitationId: own(invitation),
    memberId: own(member),
    messageId: own(message),
    channelId: own(channel),
    task,
    export: taken?.id ?? "",
    selectionId,
  };
}

async function load(pattern: string, isWanted: (text: string) => boolean): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  for await (const file of glob(pattern, { cwd: root })) {
    const whole = path.join(root, file);
    if (file.includes(".test.") || !isWanted(readFileSync(whole, "utf8"))) continue;
    loaded.push({ file: file.replaceAll("\\", "/"), exported: await import(whole) });
  }
  expect(loaded.length, pattern).toBeGreaterThan(0);
  return loaded;
}

function formOf(input: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) form.set(name, String(value));
  return form;
}

/** What came of a call: its answer, or Next's own word that nothing is there or is elsewhere. */
async function outcomeOf(
  answer: Promise<unknown>,
): Promise<{ notFound?: true; redirected?: true; [other: string]: unknown }> {
  try {
    return { ...Object(await answer) };
  } catch (error) {
    const digest = String(Reflect.get(Object(error), "digest"));
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;404") return { notFound: true };
    if (digest.startsWith("NEXT_REDIRECT")) return { redirected: true };
    throw error;
  }
}
