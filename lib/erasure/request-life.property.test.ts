import { and, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import {
  contacts,
  erasureActs,
  erasureMails,
  erasureRequests,
  erasureTransitions,
  messages,
} from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { type Fingerprint, fingerprint } from "@/lib/testing/fingerprint";
import { type SentMail, workerPass } from "@/lib/testing/worker-pass";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { ErasureContext } from "./context";
import { paced } from "./engine";
import { ErasureError } from "./errors";
import { extendDeadline } from "./extend-deadline";
import { placeHold } from "./place-hold";
import { refuseRequest } from "./refuse-request";
import { releaseHold } from "./release-hold";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { followingStates } from "./transition";

const day = 24 * 60 * 60 * 1000;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** What can happen to a request, in any order and however often. */
const happenings = [
  "ask again",
  "cancel",
  "refuse",
  "hold",
  "release",
  "extend",
  "a slice",
  "two workers",
  "a worker dies",
  "the worker passes",
  "jobs come twice",
  "an hour",
  "eight days",
] as const;

/** The hold that stands, and what the workspace held when it was placed. */
type Standing = { now: { holdId: string; as: Fingerprint } | null };

class Died extends Error {}

test("whatever happens, no state is skipped, no mail is sent twice, no hold is passed, no deadline moves by itself", async ({
  db,
  as,
  system: plain,
  clock,
  boss,
}) => {
  const ruled = (ctx: ErasureContext): ErasureContext => ({
    ...ctx,
    rules: { ...ctx.rules, graceDays: 7, extensionDays: 30 },
  });
  const system = ruled(plain);
  const staff = ruled(as(operator));

  const life = async (story: (typeof happenings)[number][]) => {
    const {
      id: workspaceId,
      slug,
      ownerId,
    } = await createWorkspace(db, { contacts: 1, messages: 2 });
    const owner = ruled(as({ type: "owner", userId: ownerId }));
    const ask = () => scheduleWorkspaceErasure(owner, { workspaceId, confirmSlug: slug });
    await ask();
    const [first] = await db
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.subjectId, workspaceId));
    const requestId = first?.id ?? expect.unreachable();
    const sent: SentMail[] = [];
    const hold: Standing = { now: null };
    const slice = (governor?: Parameters<typeof advanceRun>[2]) =>
      advanceRun(system, requestId, governor);

    const act: Record<(typeof happenings)[number], () => Promise<unknown>> = {
      "ask again": ask,
      cancel: () => cancelRequest(staff, { requestId }),
      refuse: () => refuseRequest(staff, { requestId, reason: "legal_claims" }),
      async hold() {
        if (hold.now !== null) return;
        const why = { basis: "GDPR 17(3)(e)", reference: "case", expiresAt: null };
        const { holdId } = await placeHold(staff, {
          subjectKind: "workspace",
          subjectId: workspaceId,
          ...why,
        });
        hold.now = { holdId, as: await fingerprint(db, workspaceId) };
      },
      async release() {
        if (hold.now === null) return;
        const { holdId } = hold.now;
        hold.now = null;
        await releaseHold(staff, { holdId });
      },
      extend: () => extendDeadline(staff, { requestId, reason: "complexity", days: 5 }),
      "a slice": () => slice(paced({ budgetMs: 1, minRows: 1, maxRows: 1 })),
      "two workers": () => Promise.all([slice(), slice()]),
      "a worker dies": () => slice(dying()),
      "the worker passes": () => workerPass(system, boss, sent),
      "jobs come twice": () => workerPass(system, boss, sent, { deliveries: 2 }),
      "an hour": async () => clock.advance(day / 24),
      "eight days": async () => clock.advance(8 * day),
    };
    for (const happening of story) {
      const before = await readRequest(requestId);
      await act[happening]().catch(ignoreRefusal);
      const now = await readRequest(requestId);
      await expectUnbroken(now);
      if (+now.dueAt !== +before.dueAt) {
        expect(now).toMatchObject({ firstDueAt: before.dueAt, extensionReason: "complexity" });
        const reasons = await db
          .select()
          .from(erasureActs)
          .where(
            and(eq(erasureActs.requestId, requestId), eq(erasureActs.kind, "deadline_extended")),
          );
        expect(reasons).toHaveLength(1);
      }
      if (hold.now !== null)
        expect(await fingerprint(db, workspaceId), happening).toEqual(hold.now.as);
    }
    expect(new Set(sent.map(({ id }) => id)).size, "mails sent twice").toBe(sent.length);
    const owed = await db.select().from(erasureMails).where(eq(erasureMails.requestId, requestId));
    expect(new Set(owed.map(({ message }) => message)).size).toBe(owed.length);
    const { state } = await readRequest(requestId);
    if (state !== "completed" && state !== "completed_with_retentions") return;
    expect(await db.$count(contacts, eq(contacts.workspaceId, workspaceId))).toBe(0);
    expect(await db.$count(messages, eq(messages.workspaceId, workspaceId))).toBe(0);
  };

  async function readRequest(id: string) {
    const [request] = await db.select().from(erasureRequests).where(eq(erasureRequests.id, id));
    return request ?? expect.unreachable("The request is gone.");
  }

  async function expectUnbroken({ id, state }: { id: string; state: string }) {
    const steps = await db
      .select()
      .from(erasureTransitions)
      .where(eq(erasureTransitions.requestId, id))
      .orderBy(asc(erasureTransitions.id));
    let so: keyof typeof followingStates | null = null;
    for (const { fromState, toState } of steps) {
      expect(fromState).toBe(so);
      if (so !== null) expect(followingStates[so]).toContain(toState);
      so = toState;
    }
    expect(state).toBe(so);
  }

  const stories = fc.array(fc.constantFrom(...happenings), { minLength: 6, maxLength: 14 });
  await fc.assert(fc.asyncProperty(stories, life), {
    numRuns: 12,
    endOnFailure: true,
    examples: [
      [
        [
          "eight days",
          "a slice",
          "hold",
          "the worker passes",
          "an hour",
          "the worker passes",
          "release",
          "the worker passes",
          "the worker passes",
        ],
      ],
      [
        [
          "extend",
          "extend",
          "eight days",
          "a worker dies",
          "two workers",
          "an hour",
          "jobs come twice",
          "an hour",
          "jobs come twice",
        ],
      ],
      [
        [
          "hold",
          "eight days",
          "the worker passes",
          "cancel",
          "release",
          "two workers",
          "the worker passes",
        ],
      ],
    ],
  });
}, 240_000);

/** Takes one small batch and is gone before it can say so. */
function dying() {
  const governor = paced({ budgetMs: 1, minRows: 1, maxRows: 1 });
  return { ...governor, after: () => Promise.reject(new Died("killed between two batches")) };
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ErasureError) && !(error instanceof Died)) throw error;
}
