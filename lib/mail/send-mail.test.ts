import { eq } from "drizzle-orm";
import { createEmulator } from "emulate";
import getPort from "get-port";
import { describe, vi } from "vitest";
import { erasureMails, erasureRequests, verificationTokens } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createVault, newToken, parseMasterKey } from "@/lib/crypto";
import { type Db, type MailMessage, type SealedRequest, sealRequest } from "@/lib/erasure";
import { expect, test } from "@/lib/testing/database-test";
import { createMailer } from "./create-mailer";
import type { MailContext } from "./mail-context";
import { MailDeferred } from "./mail-deferred";
import type { Delivery, OutgoingMail } from "./mailer";
import { sendMail } from "./send-mail";

vi.mock("@/lib/log", () => ({ log: { error: vi.fn() } }));

const vault = createVault(parseMasterKey(Buffer.alloc(32, 7).toString("base64")));
const now = new Date("2026-11-22T10:00:00Z");
const email = "reader@example.com";
const { token, digest } = newToken();
const hour = 60 * 60 * 1000;

describe("a mail that the provider takes", () => {
  test.for<MailMessage>(["verify", "received", "question", "extended", "completed", "refused"])(
    "the %s mail goes to the sealed address, once, and is recorded",
    async (message, { db }) => {
      const { mailId } = await owe(db, message);
      const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

      expect(await sendMail(ctx, mailId)).toBe("sent");
      expect(await sendMail(ctx, mailId)).toBe("settled");

      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({
        id: mailId,
        to: email,
        replyTo: expect.stringContaining("@"),
      });
      expect(await readMail(db, mailId)).toMatchObject({
        state: "sent",
        providerId: "provider-1",
        sentAt: now,
        errorCode: null,
      });
    },
  );

  test("the verify mail links to the verification page with its token", async ({ db }) => {
    const { mailId } = await owe(db, "verify");
    const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

    await sendMail(ctx, mailId);

    expect(sent[0]?.text).toContain(
      `https://app.example.test/en/data-deletion/verify?token=${token}`,
    );
  });

  test("the other mails link to the status page by the confirmation code", async ({ db }) => {
    const { mailId, confirmationCode } = await owe(db, "received");
    const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

    await sendMail(ctx, mailId);

    expect(sent[0]?.text).toContain(
      `https://app.example.test/en/data-deletion/status/${confirmationCode}`,
    );
  });

  test("the completed mail says what is kept, in the words of the policy", async ({ db }) => {
    const { mailId } = await owe(db, "completed");
    const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

    await sendMail(ctx, mailId);

    expect(sent[0]?.text).toContain("Invoices. Tax and accounting law obliges us to keep them.");
    expect(sent[0]?.text).toContain("Kept until 22 November 2033");
    expect(sent[0]?.text).not.toContain("Stop requests");
  });

  test.for<[MailMessage, boolean]>([
    ["verify", false],
    ["received", false],
    ["completed", true],
    ["refused", true],
  ])("after the %s mail the address is destroyed: %s", async ([message, isDestroyed], { db }) => {
    const { mailId, requestId } = await owe(db, message);
    const { ctx } = contextWith(db, { ok: true, providerId: "provider-1" });

    await sendMail(ctx, mailId);

    expect((await readSeal(db, requestId)) === null).toBe(isDestroyed);
  });

  test("arrives in the provider's inbox", { timeout: 20_000 }, async ({ db }) => {
    const emulator = await createEmulator({ service: "resend", port: await getPort() });
    try {
      const { mailId } = await owe(db, "verify");
      const mailer = createMailer({
        apiKey: "re_test",
        baseUrl: emulator.url,
        from: "Tidewater <no-reply@tidewater.example>",
        now: () => now,
      });

      await sendMail({ ...contextWith(db, never).ctx, mailer }, mailId);

      const inbox = await fetch(`${emulator.url}/inbox`).then((page) => page.text());
      expect(inbox).toContain(email);
      expect(await readMail(db, mailId)).toMatchObject({ state: "sent" });
    } finally {
      await emulator.close();
    }
  });
});

describe("a mail that the provider does not take", () => {
  const busy: Delivery = { ok: false, code: "rate_limit_exceeded", retryAfterSeconds: 17 };
  const invalid: Delivery = { ok: false, code: "validation_error", retryAfterSeconds: null };

  test("stays queued, and says for how long to wait and nothing else", async ({ db }) => {
    const { mailId, requestId } = await owe(db, "completed");
    const { ctx } = contextWith(db, busy);

    const deferred = await sendMail(ctx, mailId).catch((error: unknown) => error);

    expect(deferred).toBeInstanceOf(MailDeferred);
    expect(deferred).toMatchObject({ mailId, code: busy.code, retryAfterSeconds: 17 });
    expect(String(deferred)).not.toContain(email);
    expect(await readMail(db, mailId)).toMatchObject({ state: "queued", errorCode: null });
    expect(await readSeal(db, requestId)).not.toBeNull();
  });

  test("is sent by a later attempt", async ({ db }) => {
    const { mailId, requestId } = await owe(db, "completed");
    await expect(sendMail(contextWith(db, busy).ctx, mailId)).rejects.toThrow(MailDeferred);

    await sendMail(contextWith(db, { ok: true, providerId: "provider-2" }).ctx, mailId);

    expect(await readMail(db, mailId)).toMatchObject({ state: "sent", providerId: "provider-2" });
    expect(await readSeal(db, requestId)).toBeNull();
  });

  test("is given up after most of a day", async ({ db }) => {
    const { mailId } = await owe(db, "received", {
      queuedAt: new Date(now.getTime() - 23 * hour),
    });

    expect(await sendMail(contextWith(db, busy).ctx, mailId)).toBe("failed");

    expect(await readMail(db, mailId)).toMatchObject({ state: "failed", errorCode: busy.code });
  });

  test("fails for good where trying again cannot help, and is not tried again", async ({ db }) => {
    const { mailId, requestId } = await owe(db, "received");
    const { ctx, sent } = contextWith(db, invalid);

    await sendMail(ctx, mailId);
    await sendMail(ctx, mailId);

    expect(sent).toHaveLength(1);
    expect(await readMail(db, mailId)).toMatchObject({
      state: "failed",
      errorCode: "validation_error",
      sentAt: null,
    });
    expect(await readSeal(db, requestId)).not.toBeNull();
  });

  test("takes the address with it, when it was the last", async ({ db }) => {
    const { mailId, requestId } = await owe(db, "refused");

    await sendMail(contextWith(db, invalid).ctx, mailId);

    expect(await readMail(db, mailId)).toMatchObject({ state: "failed" });
    expect(await readSeal(db, requestId)).toBeNull();
  });
});

describe("a mail that cannot be written", () => {
  test.for<[string, SealedRequest | null, MailMessage, string]>([
    ["its address is destroyed", null, "received", "no_address"],
    ["Meta gave no address", { metaUserId: "1" }, "completed", "no_address"],
    ["its token is used", { email }, "verify", "no_token"],
  ])("fails because %s, and nothing is sent", async ([, content, message, code], { db }) => {
    const { mailId } = await owe(db, message, { content });
    const { ctx, sent } = contextWith(db, never);

    await sendMail(ctx, mailId);

    expect(sent).toEqual([]);
    expect(await readMail(db, mailId)).toMatchObject({ state: "failed", errorCode: code });
  });

  test.for([
    ["counts from when it leaves, where it could not leave before that had ended", null, 60],
    ["is not renewed once it was used", now, 0],
  ] as const)("brings a link that %s", async ([, usedAt, minutesLeft], { db }) => {
    const { mailId, requestId } = await owe(db, "verify");
    const isItsLink = eq(verificationTokens.requestId, requestId);
    await db.update(verificationTokens).set({ expiresAt: now, usedAt }).where(isItsLink);
    const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

    expect(await sendMail(ctx, mailId)).toBe("sent");

    expect(sent).toHaveLength(1);
    const [link] = await db.select().from(verificationTokens).where(isItsLink);
    expect(link?.expiresAt).toEqual(new Date(now.getTime() + minutesLeft * 60_000));
  });

  test("fails at once where it cannot be rendered, and takes the address with it", async ({
    db,
  }) => {
    const { mailId, requestId } = await owe(db, "completed");
    await db
      .update(erasureRequests)
      .set({ retained: [{ category: "no such category" }] })
      .where(eq(erasureRequests.id, requestId));

    expect(await sendMail(contextWith(db, never).ctx, mailId)).toBe("failed");

    expect(await readMail(db, mailId)).toMatchObject({ errorCode: "not_renderable" });
    expect(await readSeal(db, requestId)).toBeNull();
  });

  test("fails at once where there is no such mail to write", async ({ db }) => {
    const { mailId } = await owe(db, "received");
    await db.update(erasureMails).set({ message: "farewell" }).where(eq(erasureMails.id, mailId));

    expect(await sendMail(contextWith(db, never).ctx, mailId)).toBe("failed");

    expect(await readMail(db, mailId)).toMatchObject({ errorCode: "message_unknown" });
  });

  test.for<[string, string]>([
    ["seal_unreadable", "its seal does not open"],
    ["profile_unknown", "its policy profile is gone"],
  ])("waits with %s while %s, and is given up after most of a day", async ([code], { db }) => {
    const { mailId, requestId } = await owe(db, "refused");
    const faults = {
      seal_unreadable: { sealed: await sealRequest(vault, newId(), { email }) },
      profile_unknown: { policyProfile: "removed" },
    };
    await db
      .update(erasureRequests)
      .set(faults[code === "seal_unreadable" ? code : "profile_unknown"])
      .where(eq(erasureRequests.id, requestId));
    const { ctx, sent } = contextWith(db, never);

    await expect(sendMail(ctx, mailId)).rejects.toMatchObject({ name: "MailDeferred", code });
    expect(await readMail(db, mailId)).toMatchObject({ state: "queued" });
    const aDayLater = { ...ctx, now: () => new Date(now.getTime() + 23 * hour) };
    expect(await sendMail(aDayLater, mailId)).toBe("failed");

    expect(sent).toEqual([]);
    expect(await readMail(db, mailId)).toMatchObject({ state: "failed", errorCode: code });
    expect(await readSeal(db, requestId)).toBeNull();
  });

  test("waits where the mailer itself throws", async ({ db }) => {
    const { mailId } = await owe(db, "received");
    const mailer = { send: () => Promise.reject(new TypeError(email)) };

    const deferred = sendMail({ ...contextWith(db, never).ctx, mailer }, mailId);

    await expect(deferred).rejects.toMatchObject({ name: "MailDeferred", code: "mailer_failed" });
  });

  test("stays queued when it is the database that fails", async ({ db, sql }) => {
    const { mailId } = await owe(db, "verify");
    await sql`alter table verification_tokens rename to elsewhere`;

    await expect(sendMail(contextWith(db, never).ctx, mailId)).rejects.toThrow("Failed query");

    expect(await readMail(db, mailId)).toMatchObject({ state: "queued" });
  });

  test("does nothing when there is no such mail", async ({ db }) => {
    expect(await sendMail(contextWith(db, never).ctx, newId())).toBe("settled");
  });
});

describe("a request's last mail", () => {
  test("waits for an earlier one, so that it does not take the address from it", async ({ db }) => {
    const { requestId, mailId: earlier } = await owe(db, "received");
    await db
      .update(erasureRequests)
      .set({ state: "completed", closedAt: now })
      .where(eq(erasureRequests.id, requestId));
    const last = newId();
    await db
      .insert(erasureMails)
      .values({ id: last, requestId, message: "completed", queuedAt: now });
    const { ctx, sent } = contextWith(db, { ok: true, providerId: "provider-1" });

    await expect(sendMail(ctx, last)).rejects.toMatchObject({
      name: "MailDeferred",
      code: "earlier_mail_queued",
    });
    expect(await readSeal(db, requestId)).not.toBeNull();
    await sendMail(ctx, earlier);
    await sendMail(ctx, last);

    expect(sent.map(({ id }) => id)).toEqual([earlier, last]);
    expect(await readSeal(db, requestId)).toBeNull();
  });

  test("waits no longer than for the provider", async ({ db }) => {
    const { requestId } = await owe(db, "received");
    const last = newId();
    await db
      .update(erasureRequests)
      .set({ closedAt: now })
      .where(eq(erasureRequests.id, requestId));
    await db
      .insert(erasureMails)
      .values({ id: last, requestId, message: "completed", queuedAt: now });
    const { ctx } = contextWith(db, { ok: true, providerId: "provider-1" });

    const aDayLater = { ...ctx, now: () => new Date(now.getTime() + 23 * hour) };

    expect(await sendMail(aDayLater, last)).toBe("sent");
  });

  test("does not wait for another request's mails", async ({ db }) => {
    await owe(db, "received");
    const { mailId } = await owe(db, "completed");

    const { ctx } = contextWith(db, { ok: true, providerId: "provider-1" });

    expect(await sendMail(ctx, mailId)).toBe("sent");
  });
});

const never: Delivery = { ok: false, code: "unexpected", retryAfterSeconds: null };

function contextWith(db: Db, delivery: Delivery): { ctx: MailContext; sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = [];
  return {
    sent,
    ctx: {
      db,
      now: () => now,
      vault,
      appUrl: "https://app.example.test",
      mailer: {
        async send(mail) {
          sent.push(mail);
          return delivery;
        },
      },
    },
  };
}

/** A request in the state that a message speaks of, and the mail it owes. */
async function owe(
  db: Db,
  message: MailMessage,
  { content: sealed, queuedAt = now }: { content?: SealedRequest | null; queuedAt?: Date } = {},
) {
  const [requestId, mailId] = [newId(), newId()];
  const question = { id: newId(), mailId, text: "Since when?", replyToken: token };
  const asked = message === "question" ? { questions: [question] } : {};
  const content = sealed === undefined ? { email, verificationToken: token, ...asked } : sealed;
  const confirmationCode = requestId.replaceAll("-", "").slice(-20);
  const states = {
    verify: { state: "unverified" },
    received: { state: "scheduled", verifiedAt: now },
    question: { state: "in_review", verifiedAt: now },
    extended: {
      state: "in_review",
      verifiedAt: now,
      extendedAt: now,
      extensionReason: "complexity",
      firstDueAt: new Date("2026-12-22T10:00:00Z"),
    },
    completed: { state: "completed_with_retentions", verifiedAt: now, closedAt: now },
    refused: { state: "refused", closedAt: now, refusalReason: "ask_the_controller" },
  } as const;

  await db.insert(erasureRequests).values({
    id: requestId,
    confirmationCode,
    channel: "form",
    requesterKind: "workspace_admin",
    subjectKind: "workspace",
    subjectDigest: requestId,
    sealed: content === null ? null : await sealRequest(vault, requestId, content),
    policyProfile: "default",
    policyVersion: "2026-11-22",
    receivedAt: now,
    acknowledgeBy: now,
    dueAt: new Date("2026-12-22T10:00:00Z"),
    retained: [
      { category: "invoices", retention: "invoices", rows: 3, until: "2033-11-22T10:00:00.000Z" },
      { category: "suppression", retention: "suppression", rows: 0, until: null },
    ],
    ...states[message],
  });
  if (message === "verify") {
    await db.insert(verificationTokens).values({
      requestId,
      tokenDigest: digest,
      createdAt: now,
      expiresAt: new Date(now.getTime() + hour),
    });
  }
  await db.insert(erasureMails).values({ id: mailId, requestId, message, queuedAt });
  return { requestId, mailId, confirmationCode };
}

async function readMail(db: Db, mailId: string) {
  const [mail] = await db.select().from(erasureMails).where(eq(erasureMails.id, mailId));
  return mail;
}

async function readSeal(db: Db, requestId: string) {
  const [request] = await db
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.sealed;
}
