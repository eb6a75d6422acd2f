import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { connect } from "@/db/client";
import { erasureMails, erasureRequests, mailEvents, verificationTokens } from "@/db/schema";
import { openSeam } from "@/lib/testing/crash/statement-seam";
import { test as erasureTest, expect, type TestClock } from "@/lib/testing/erasure-test";
import type { ErasureContext } from "./context";
import { openFormRequest } from "./open-form-request";
import type { DeletionRequest } from "./schemas";
import { openSealedRequest } from "./sealed-request";
import { verifyRequest } from "./verify-request";

const minute = 60_000;
const asking = (email: string, workspaceSlug?: string): DeletionRequest => ({
  email,
  requester: "workspace_admin",
  concern: workspaceSlug === undefined ? "account" : "workspace",
  ...(workspaceSlug === undefined ? {} : { workspaceSlug }),
  statement: true,
});

/** What the database was sent, but for whether it was to keep it. */
type Sent = (input: DeletionRequest) => Promise<string[]>;

const test = erasureTest.extend<{ ctx: ErasureContext; sentFor: Sent }>({
  ctx: async ({ as }, use) => use(as({ type: "requester" })),
  sentFor: async ({ ctx, databaseUrl }, use) => {
    const seam = openSeam();
    const { db, close } = connect(databaseUrl, { ...seam.options, max: 1 });
    const sent: Sent = async (input) => {
      const before = seam.statements.length;
      await openFormRequest({ ...ctx, db }, input);
      return seam.statements
        .slice(before)
        .map(({ text }) => text.replace(/^(release|rollback to) savepoint/, "end savepoint"));
    };
    // The first on a connection, and to the queue, asks for more.
    await sent(asking("before-all@example.test"));
    await use(sent);
    await close();
  },
});

describe("whoever asks, the database is sent the same", () => {
  const cases: Record<string, (ctx: ErasureContext, clock: TestClock) => Promise<unknown>> = {
    "right after the first": (ctx) => openFormRequest(ctx, asking("me@example.test")),
    "so late that a fresh link is sent": async (ctx, clock) => {
      await openFormRequest(ctx, asking("me@example.test"));
      clock.advance(2 * minute);
    },
    "when the address has had its links, and the request none": async (ctx) => {
      for (const slug of ["a", "b", "c"])
        await openFormRequest(ctx, asking("me@example.test", slug));
    },
    "when the address has had its links, and the request one": async (ctx, clock) => {
      for (let at = 0; at < 3; at++) {
        await openFormRequest(ctx, asking("me@example.test"));
        clock.advance(2 * minute);
      }
    },
    "when its reader has complained": async (ctx, clock) => {
      await openFormRequest(ctx, asking("me@example.test"));
      const [mail] = await ctx.db
        .update(erasureMails)
        .set({ providerId: "complained-of" })
        .returning({ providerId: erasureMails.providerId });
      const at = ctx.now();
      const event = { kind: "complained", occurredAt: at, recordedAt: at } as const;
      await ctx.db.insert(mailEvents).values({ providerId: mail?.providerId ?? "", ...event });
      clock.advance(2 * minute);
    },
    "when it is verified and in review": async (ctx) => {
      const input = { ...asking("me@example.test"), requester: "representative" } as const;
      await openFormRequest(ctx, input);
      await verify(ctx);
    },
  };

  test.for(Object.keys(cases))("%s", async (name, { ctx, clock, sentFor }) => {
    const first = await sentFor(asking("somebody-else@example.test"));
    await cases[name]?.(ctx, clock);
    const before = await states(ctx);
    const mails = await ctx.db.$count(erasureMails);

    const requester = name.includes("review") ? "representative" : "workspace_admin";
    const again = await sentFor({ ...asking("me@example.test"), requester });

    expect(again).toEqual(first);
    expect(first.filter((text) => /insert into/i.test(text))).toHaveLength(5);
    const isNew = name.includes("the request none");
    expect(await states(ctx)).toEqual([...before, ...(isNew ? ["unverified"] : [])]);
    // The first one's, and a fresh link where there is to be one.
    const isFresh = name.includes("fresh");
    expect(await ctx.db.$count(erasureMails)).toBe(mails + (isFresh ? 1 : 0));
  });
});

test("what is not to be leaves no row and no job", async ({ ctx }) => {
  await openFormRequest(ctx, asking("me@example.test"));
  const rows = async () => [
    await ctx.db.select().from(erasureRequests),
    await ctx.db.select().from(verificationTokens),
    await ctx.db.select().from(erasureMails),
    await ctx.db.execute(sql`select id from pgboss.job`),
  ];
  const before = await rows();

  const { requestId } = await openFormRequest(ctx, asking("me@example.test"));

  expect(await rows()).toEqual(before);
  expect(before[0]).toMatchObject([{ id: requestId }]);
});

test("of two at once one opens the request, and both are of it", async ({ ctx }) => {
  const asked = await Promise.all(
    [1, 2, 3, 4].map(() => openFormRequest(ctx, asking("me@example.test"))),
  );

  const requests = await ctx.db.select().from(erasureRequests);
  expect(requests).toHaveLength(1);
  expect(asked.map(({ requestId }) => requestId)).toEqual(Array(4).fill(requests[0]?.id));
  expect(await ctx.db.select().from(erasureMails)).toHaveLength(1);
});

async function states({ db }: ErasureContext): Promise<string[]> {
  const rows = await db.select({ state: erasureRequests.state }).from(erasureRequests);
  return rows.map(({ state }) => state).sort();
}

/** As whoever reads the mail does. */
async function verify(ctx: ErasureContext): Promise<void> {
  const requests = await ctx.db.select().from(erasureRequests);
  for (const { id, sealed, requesterKind } of requests) {
    if (requesterKind !== "representative") continue;
    const { verificationToken = "" } = await openSealedRequest(ctx.vault, id, sealed);
    expect(await verifyRequest(ctx, verificationToken)).toMatchObject({ state: "verified" });
  }
}
