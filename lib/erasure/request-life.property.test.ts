import { and, asc, eq, notInArray } from "drizzle-orm";
import fc from "fast-check";
import { erasureActs, erasureMails, erasureRequests, erasureTransitions } from "@/db/schema";
import { fingerprint } from "@/lib/testing/fingerprint";
import { expect, readAll, test } from "@/lib/testing/inbound-test";
import { type SentMail, workerPass } from "@/lib/testing/worker-pass";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { Actor, ErasureContext } from "./context";
import { paced } from "./engine";
import { ErasureError } from "./errors";
import { extendDeadline } from "./extend-deadline";
import { placeHold } from "./place-hold";
import { refuseRequest } from "./refuse-request";
import { releaseHold } from "./release-hold";
import { heldRows, openWay, type WayToAsk, waysToAsk } from "./testing/ways-to-ask";
import { closedStates, followingStates } from "./transition";

const day = 24 * 60 * 60 * 1000;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** What can happen to a request, in any order and however often. */
const happenings = [
  "ask again",
  "answer",
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
type Happening = (typeof happenings)[number];

/** The hold that stands, and what it keeps as that was when it was placed. */
type Standing = { now: { holdId: string; as: unknown } | null };

class Died extends Error {}

test("whatever happens, no state is skipped, no mail is sent twice, no hold is passed, no deadline moves by itself", async ({
  db,
  as: plain,
  clock,
  boss,
  provider,
  reading,
}) => {
  const as = (actor: Actor): ErasureContext => {
    const ctx = plain(actor);
    const rules = { graceDays: 7, extensionDays: 30, endCustomers: "forwarded" } as const;
    return { ...ctx, rules: { ...ctx.rules, ...rules } };
  };
  const [system, staff] = [as({ type: "system" }), as(operator)];

  const write = async (from: string) => {
    await provider.deliver({ from });
    await readAll({ ...reading, rules: system.rules });
  };

  const life = async (way: WayToAsk, story: readonly Happening[]) => {
    const earlier = (await db.select().from(erasureRequests)).map(({ id }) => id);
    const mine = async () =>
      await db
        .select()
        .from(erasureRequests)
        .where(notInArray(erasureRequests.id, [...earlier, operator.userId]))
        .orderBy(asc(erasureRequests.id));
    const asker = await openWay(way, { as, write });
    await asker.ask();
    const requestId = (await mine())[0]?.id ?? expect.unreachable();
    const sent: SentMail[] = [];
    const hold: Standing = { now: null };
    const held = async () =>
      asker.target.subjectKind === "workspace"
        ? await fingerprint(db, asker.workspaceId)
        : await heldRows(system, asker);
    const slice = async (governor?: Parameters<typeof advanceRun>[2]) => {
      for (const { id } of await mine()) await advanceRun(system, id, governor);
    };

    const act: Record<Happening, () => Promise<unknown>> = {
      "ask again": asker.ask,
      answer: asker.answer,
      cancel: () => cancelRequest(staff, { requestId }),
      refuse: () => refuseRequest(staff, { requestId, reason: "legal_claims" }),
      async hold() {
        if (hold.now !== null) return;
        const why = { basis: "GDPR 17(3)(e)", reference: "case", expiresAt: null };
        const { holdId } = await placeHold(staff, { ...asker.target, ...why });
        hold.now = { holdId, as: await held() };
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
      const before = await mine();
      await act[happening]().catch(ignoreRefusal);
      const now = await mine();
      for (const request of now) {
        await expectUnbroken(request);
        const was = before.find(({ id }) => id === request.id);
        if (was !== undefined) await expectDue(was, request);
      }
      const isOpen = before.some(
        ({ id, state }) => id === requestId && !closedStates.includes(state),
      );
      if (happening === "ask again" && isOpen) expect(now.length, way).toBe(before.length);
      if (hold.now !== null) expect(await held(), happening).toEqual(hold.now.as);
    }
    expect(new Set(sent.map(({ id }) => id)).size, "mails sent twice").toBe(sent.length);
    for (const { id, state } of await mine()) {
      const owed = await db.select().from(erasureMails).where(eq(erasureMails.requestId, id));
      // A mail that comes when its link has run out is answered with another one, three times at most.
      const once = owed.filter(({ message }) => message !== "verify");
      expect(new Set(once.map(({ message }) => message)).size).toBe(once.length);
      expect(owed.length - once.length).toBeLessThan(4);
      if (id !== requestId || !state.startsWith("completed")) continue;
      expect(await asker.isThere(), `${way} is ${state}`).toBe(false);
    }
  };

  type Stored = typeof erasureRequests.$inferSelect;

  async function expectDue(before: Stored, now: Stored) {
    if (+now.dueAt === +before.dueAt) return;
    expect(now).toMatchObject({ firstDueAt: before.dueAt, extensionReason: "complexity" });
    const isReason = and(
      eq(erasureActs.requestId, now.id),
      eq(erasureActs.kind, "deadline_extended"),
    );
    expect(await db.$count(erasureActs, isReason)).toBe(1);
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
  await fc.assert(fc.asyncProperty(fc.constantFrom(...waysToAsk), stories, life), {
    numRuns: 12,
    endOnFailure: true,
    examples: [
      [
        "settings",
        [
          ...(["eight days", "a slice", "hold", "the worker passes", "an hour"] as const),
          ...(["the worker passes", "release", "the worker passes", "the worker passes"] as const),
        ],
      ],
      [
        "settings",
        [
          ...(["extend", "extend", "eight days", "a worker dies", "two workers"] as const),
          ...(["an hour", "jobs come twice", "an hour", "jobs come twice"] as const),
        ],
      ],
      [
        "mail",
        [
          ...(["ask again", "answer", "the worker passes", "hold", "eight days"] as const),
          ...(["the worker passes", "cancel", "ask again", "release", "answer"] as const),
          ...(["eight days", "two workers", "jobs come twice"] as const),
        ],
      ],
      [
        "mail",
        [
          "ask again",
          "answer",
          "answer",
          "eight days",
          "a worker dies",
          "an hour",
          "jobs come twice",
        ],
      ],
      [
        "meta",
        [
          ...(["ask again", "hold", "the worker passes", "ask again", "release"] as const),
          ...(["a worker dies", "ask again", "an hour", "jobs come twice"] as const),
        ],
      ],
      [
        "forwarded",
        [
          ...(["ask again", "answer", "hold", "eight days", "the worker passes"] as const),
          ...(["release", "a worker dies", "an hour", "jobs come twice", "eight days"] as const),
          ...(["jobs come twice"] as const),
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
