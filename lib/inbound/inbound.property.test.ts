import fc from "fast-check";
import { erasureMails, erasureRequests, verificationTokens } from "@/db/schema";
import { expireRequests, openSealedRequest, verifyRequest } from "@/lib/erasure";
import {
  expect,
  type MailProvider,
  readAll,
  test,
  type WrittenMail,
} from "@/lib/testing/inbound-test";
import type { InboundContext } from "./inbound-context";
import { sweepInbound } from "./sweep-inbound";

const minute = 60_000;
const day = 24 * 60 * minute;
const senders = ["Ada <ada@example.test>", "bob@example.test"];

/** Everything that can come by mail; what a person writes, and what machines make of it. */
const mails: fc.Arbitrary<WrittenMail> = fc.record({
  from: fc.constantFrom(...senders),
  subject: fc.constantFrom("Please delete my data", "Re: Was it you?", "Hello", "Hapus akun saya"),
  text: fc.constantFrom(
    "",
    "Delete my account.",
    "> delete my account",
    "Do not delete my account.",
  ),
  headers: fc.constantFrom(
    {},
    null,
    { "Auto-Submitted": "auto-replied" },
    { "In-Reply-To": "<1@example.test>" },
    { Precedence: "bulk" },
  ),
});

const steps = fc.oneof(
  { weight: 5, arbitrary: mails.map((mail) => ({ kind: "mail", mail }) as const) },
  // Somebody's machine answers whatever we send, at once, and does not say that it is one.
  {
    weight: 2,
    arbitrary: fc.constantFrom(...senders).map((from) => ({ kind: "echo", from }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(1, 61, 24 * 60, 8 * 24 * 60)
      .map((minutes) => ({ kind: "wait", minutes }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "follow" } as const) },
);

test("whatever is written, one address has one open request, and is sent few links and only for asking", {
  timeout: 240_000,
}, async ({ provider, reading, clock, db }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), async (sequence) => {
      await db.delete(erasureRequests);
      await db.delete(erasureMails);
      await db.delete(verificationTokens);
      for (const step of sequence) {
        if (step.kind === "mail") await provider.deliver(step.mail);
        else if (step.kind === "echo") await echo(provider, reading, step.from);
        else if (step.kind === "wait") clock.advance(step.minutes * minute);
        else await followNewestLink(reading);
        await readAll(reading);
        await expireRequests(reading);
        await sweepInbound(reading);
        await expectQuiet(reading);
      }
    }),
    { numRuns: 15 },
  );
});

/** Answers every mail that was sent, word for word, twice, without a sign that it is an answer. */
async function echo(provider: MailProvider, { db }: InboundContext, from: string): Promise<void> {
  const sent = await db.select().from(erasureMails);
  for (const { message } of [...sent, ...sent]) {
    if (message === "verify") await provider.deliver({ from, subject: "Delete my data?" });
  }
}

async function followNewestLink(ctx: InboundContext): Promise<void> {
  const requests = await ctx.db.select().from(erasureRequests);
  const unverified = requests.find(({ state }) => state === "unverified");
  if (unverified === undefined) return;
  const content = await openSealedRequest(ctx.vault, unverified.id, unverified.sealed);
  await verifyRequest(ctx, content.verificationToken ?? "");
}

async function expectQuiet({ db }: InboundContext): Promise<void> {
  const requests = await db.select().from(erasureRequests);
  const links = await db.select().from(verificationTokens);
  const sent = await db.select().from(erasureMails);

  const open = requests.filter(({ closedAt }) => closedAt === null);
  expect(new Set(open.map(({ addressDigest }) => addressDigest)).size).toBe(open.length);
  expect(sent.filter(({ message }) => message === "verify")).toHaveLength(links.length);
  for (const { id, receivedAt } of requests) {
    const ofRequest = links.filter(({ requestId }) => requestId === id);
    expect(ofRequest.length).toBeGreaterThan(0);
    expect(ofRequest.length).toBeLessThanOrEqual(3);
    for (const link of ofRequest) {
      const overlapping = ofRequest.filter(
        ({ createdAt, expiresAt }) => createdAt <= link.createdAt && link.createdAt < expiresAt,
      );
      expect(overlapping, "no second link while one works").toHaveLength(1);
      expect(link.createdAt.getTime() - receivedAt.getTime()).toBeLessThan(8 * day);
    }
  }
}
