import { eq } from "drizzle-orm";
import { describe } from "vitest";
import {
  erasureMails,
  erasureRequests,
  inboundMails,
  mailEvents,
  webhookDeliveries,
} from "@/db/schema";
import { openSealedRequest, readRequestMails, verifyRequest } from "@/lib/erasure";
import { mailsOfAll } from "@/lib/rate-limits/client-limits";
import { countTry } from "@/lib/rate-limits/count-try";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { expect, owedMails, readAll, test } from "@/lib/testing/inbound-test";
import type { InboundContext } from "./inbound-context";
import { listInbound } from "./list-inbound";
import { openInbound } from "./open-inbound";
import { readInboundMail } from "./read-inbound-mail";
import { settleInbound } from "./settle-inbound";
import { sweepInbound } from "./sweep-inbound";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

describe("a mail that asks for deletion", () => {
  test("is a request that nobody has verified, and owes its sender a link", async ({
    db,
    provider,
    reading,
  }) => {
    const id = await provider.deliver({ subject: "Please delete my data", text: "I am Ada." });
    await readAll(reading);

    const [request, ...others] = await db.select().from(erasureRequests);
    expect(others).toEqual([]);
    expect(request).toMatchObject({ state: "unverified", channel: "email", subjectId: null });
    const content = await openSealedRequest(reading.vault, request?.id ?? "", sealOf(request));
    expect(content).toMatchObject({
      email: "ada@example.test",
      details: { description: "Please delete my data\n\nI am Ada." },
    });
    expect(await owedMails(reading)).toEqual(["verify"]);
    expect(await readRow(reading, id)).toMatchObject({
      state: "understood",
      requestId: request?.id,
    });
    expect(JSON.stringify(await db.select().from(inboundMails))).not.toMatch(/ada@|delete my/i);
    expect(await readInboundMail(reading, id), "a repeated job").toBe("settled");
    expect(await owedMails(reading)).toEqual(["verify"]);
  });

  test("from an account's address erases it once the link is followed; from any other a person looks", async ({
    db,
    provider,
    reading,
    as,
  }) => {
    const { slug, ownerEmail } = await createWorkspace(db);
    const before = await fingerprintAll(db);
    const outcomes: Record<string, unknown> = {};
    for (const from of [`agent@${slug}.test`, ownerEmail, "nobody@example.test"]) {
      await provider.deliver({ from });
      await readAll(reading);
      const changed = await fingerprintAll(db);
      expect({ ...changed, inbound_mails: 0, webhook_deliveries: 0 }).toEqual({
        ...before,
        inbound_mails: 0,
        webhook_deliveries: 0,
      });
      await verifyRequest(as({ type: "requester" }), await newestToken(reading));
      const { state, review, refusalReason } = await newestRequest(reading);
      outcomes[from] = { state, review, refusalReason };
    }
    const looked = { state: "in_review", review: "identity", refusalReason: null };
    expect(outcomes).toEqual({
      [`agent@${slug}.test`]: { state: "scheduled", review: null, refusalReason: null },
      // They may mean the workspace that they alone own.
      [ownerEmail]: looked,
      "nobody@example.test": looked,
    });
  });

  test("is answered in its language, from HTML where there is no text", async ({
    provider,
    reading,
  }) => {
    await provider.deliver({
      subject: "Halo",
      text: null,
      html: "<p>Mohon <b>hapus</b> akun saya",
    });
    await readAll(reading);
    expect((await newestRequest(reading)).locale).toBe("id");
  });

  test("again is the same request: quiet while a link works, and a few links at most", async ({
    provider,
    reading,
    clock,
    db,
  }) => {
    const links: number[] = [];
    for (const wait of [0, minute, 59 * minute, minute, 2 * hour, 2 * hour, 2 * hour]) {
      clock.advance(wait);
      await provider.deliver({});
      await readAll(reading);
      links.push((await owedMails(reading)).length);
    }
    expect(links).toEqual([1, 1, 2, 2, 3, 3, 3]);
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
  });

  test("waits for an operator among too many from everywhere, and brings nobody a mail", async ({
    db,
    provider,
    reading,
    as,
  }) => {
    for (let at = 0; at < mailsOfAll.tries - 1; at += 1) await countTry(db, mailsOfAll, "all");
    await provider.deliver({ from: "last@example.test" });
    await readAll(reading);
    expect(await owedMails(reading)).toEqual(["verify"]);

    const id = await provider.deliver({ from: "forged@example.test" });
    await readAll(reading);
    expect(await owedMails(reading)).toEqual(["verify"]);
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
    expect(await readRow(reading, id)).toMatchObject({ state: "waiting", reason: "too_many" });

    const settled = { inboundMailId: id, outcome: "request_opened" } as const;
    await settleInbound(as(operator), settled);
    expect(await db.select().from(erasureRequests)).toHaveLength(2);
  });

  test("is not answered once its reader has complained of such a mail", async ({
    provider,
    reading,
    clock,
    db,
  }) => {
    await provider.deliver({});
    await readAll(reading);
    await db.update(erasureMails).set({ state: "sent", providerId: "out-1", sentAt: clock.now() });
    const report = { providerId: "out-1", occurredAt: clock.now(), recordedAt: clock.now() };
    await db.insert(mailEvents).values([
      { ...report, kind: "complained" },
      { ...report, kind: "delivered" },
    ]);
    clock.advance(2 * hour);

    await provider.deliver({});
    await readAll(reading);

    expect(await owedMails(reading)).toEqual(["verify"]);
    const { id: requestId } = await newestRequest(reading);
    expect(await readRequestMails({ ...reading, actor: operator }, { requestId })).toMatchObject([
      { message: "verify", state: "sent", report: { kind: "complained" } },
    ]);
  });
});

describe("no mail is lost:", () => {
  test("what is not understood waits for an operator, oldest first, with what it says", async ({
    provider,
    reading,
  }) => {
    const ctx = { ...reading, actor: operator };
    const ids = [
      await provider.deliver({ subject: "Hello", text: "Who are you?" }),
      await provider.deliver({ subject: "Re: your mail", attachments: [file] }),
      await provider.deliver({ from: "no-reply@example.test" }),
    ];
    await readAll(reading);

    const { lines } = await listInbound(ctx, { filter: "waiting" });
    expect(lines.map(({ id, reason, written }) => [id, reason, written?.subject])).toEqual([
      [ids[0], "unclear", "Hello"],
      [ids[1], "reply", "Re: your mail"],
    ]);
    expect(await openInbound(ctx, { inboundMailId: ids[1] ?? "" })).toMatchObject({
      attachments: [{ name: "proof.pdf", type: "application/pdf", bytes: 7 }],
    });
    expect((await listInbound(ctx, { filter: "set_aside" })).lines).toMatchObject([
      { id: ids[2], reason: "automatic" },
    ]);
    expect(await owedMails(reading), "and none of them is answered").toEqual([]);
  });

  test("a provider that fails is asked again, and after a day a person is told", async ({
    provider,
    reading,
    clock,
    sql,
  }) => {
    const id = await provider.deliver({});
    provider.fail({ status: 503, name: "internal_server_error" });
    await expect(readInboundMail(reading, id)).rejects.toMatchObject({ name: "MailUnread" });

    await sql`delete from pgboss.job`;
    clock.advance(11 * minute);
    expect(await sweepInbound(reading)).toMatchObject({ enqueued: 1 });
    expect(await sql`select data from pgboss.job`).toEqual([{ data: { inboundMailId: id } }]);

    clock.advance(23 * hour);
    expect(await readInboundMail(reading, id)).toBe("waiting");
    expect(await openInbound({ ...reading, actor: operator }, { inboundMailId: id })).toMatchObject(
      {
        reason: "not_fetched",
        written: { subject: "Please delete my data" },
        text: null,
      },
    );
  });

  test("a mail that the provider does not know is waited for an hour", async ({
    provider,
    reading,
    clock,
  }) => {
    const id = await provider.deliver({});
    provider.fail({ status: 404, name: "not_found" });
    await expect(readInboundMail(reading, id)).rejects.toMatchObject({ code: "not_found" });
    clock.advance(hour);
    expect(await readInboundMail(reading, id)).toBe("waiting");
  });
});

describe("an operator", () => {
  test("opens a request from a mail, which is unverified like any other", async ({
    provider,
    reading,
  }) => {
    const ctx = { ...reading, actor: operator };
    const inboundMailId = await provider.deliver({ subject: "Goodbye", text: "I leave." });
    await readAll(reading);

    const { requestId } = await settleInbound(ctx, { inboundMailId, outcome: "request_opened" });

    const request = await newestRequest(reading);
    expect(request).toMatchObject({ id: requestId, state: "unverified" });
    expect(await openInbound(ctx, { inboundMailId })).toMatchObject({
      requestCode: request.confirmationCode,
    });
    expect(await owedMails(reading)).toEqual(["verify"]);
    expect(await readRow(reading, inboundMailId)).toMatchObject({
      state: "settled",
      outcome: "request_opened",
      sealed: null,
      senderDigest: null,
      settledBy: "operator",
    });
    await expect(settleInbound(ctx, { inboundMailId, outcome: "answered" })).rejects.toMatchObject({
      code: "wrong_state",
    });
  });

  test("alone may read and settle, and a refusal leaves everything as it was", async ({
    provider,
    reading,
    as,
    db,
  }) => {
    const { ownerId: userId } = await createWorkspace(db);
    const inboundMailId = await provider.deliver({ subject: "Hello" });
    await readAll(reading);
    const before = await fingerprintAll(db);

    for (const actor of [{ type: "owner", userId }, { type: "requester" }] as const) {
      const ctx = as(actor);
      for (const attempt of [
        () => listInbound(ctx, { filter: "waiting" }),
        () => openInbound(ctx, { inboundMailId }),
        () => settleInbound(ctx, { inboundMailId, outcome: "no_request" }),
        () => readRequestMails(ctx, { requestId: inboundMailId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "not_authorised" });
      }
    }
    expect(await fingerprintAll(db)).toEqual(before);
    expect(await owedMails(reading)).toEqual([]);
  });
});

test("what mails said is destroyed with their request, or in time; what waits stays", async ({
  provider,
  reading,
  clock,
  db,
}) => {
  const asked = await provider.deliver({});
  const waiting = await provider.deliver({ from: "eve@example.test", subject: "Hello" });
  const setAside = await provider.deliver({ from: "no-reply@example.test" });
  await readAll(reading);
  expect(await sweepInbound(reading)).toEqual({ enqueued: 0, unsealed: 0, forgotten: 0 });

  await db.update(erasureRequests).set({ state: "expired", closedAt: clock.now() });
  expect(await sweepInbound(reading)).toMatchObject({ unsealed: 1 });
  expect(await readRow(reading, asked)).toMatchObject({ sealed: null, senderDigest: null });

  const report = { kind: "bounced", occurredAt: clock.now(), recordedAt: clock.now() } as const;
  await db.insert(mailEvents).values([
    { ...report, providerId: "ours" },
    { ...report, providerId: "another-program's" },
  ]);
  await db.update(erasureMails).set({ state: "sent", providerId: "ours" });
  clock.advance(30 * day);
  expect(await sweepInbound(reading)).toEqual({ enqueued: 0, unsealed: 1, forgotten: 4 });

  expect((await readRow(reading, setAside))?.sealed).toBeNull();
  expect((await readRow(reading, waiting))?.sealed).not.toBeNull();
  expect(await db.select().from(webhookDeliveries)).toEqual([]);
  expect(await db.select().from(mailEvents)).toMatchObject([{ providerId: "ours" }]);
});

const file = { filename: "proof.pdf", content_type: "application/pdf", size: 7 };

async function readRow({ db }: InboundContext, id: string) {
  const [row] = await db.select().from(inboundMails).where(eq(inboundMails.id, id));
  return row;
}

async function newestRequest({ db }: InboundContext) {
  const request = (await db.select().from(erasureRequests).orderBy(erasureRequests.id)).at(-1);
  if (request === undefined) throw new Error("Nobody has asked yet.");
  return request;
}

async function newestToken(ctx: InboundContext): Promise<string> {
  const request = await newestRequest(ctx);
  const content = await openSealedRequest(ctx.vault, request.id, request.sealed);
  return content.verificationToken ?? "";
}

function sealOf(request: { sealed: string | null } | undefined): string | null {
  return request?.sealed ?? null;
}
