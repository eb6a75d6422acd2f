import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { z } from "zod";
import { invitations, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { Email } from "@/lib/erasure/schemas";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { hostileText } from "@/lib/testing/hostile/hostile-text";
import { storable } from "@/lib/whatsapp/read-message";
import { createMailer } from "./create-mailer";
import type { OutgoingMail } from "./mailer";
import { sendNotice } from "./send-notice";

const from = "Tidewater <no-reply@tidewater.example>";
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const text = fc.oneof(
  hostileText,
  fc.constantFrom(
    "Hello\u2028Bcc: everybody@example.test",
    "Hello\u0085Bcc: everybody@example.test",
    "=?UTF-8?B?QmlsbA==?=",
    "=?utf-8?q?=0D=0ABcc:_a@b.test?=",
    "a".repeat(10_000),
    "\u{1f600}".repeat(10_000),
    "<script>alert(1)</script>\r\nReply-To: evil@example.test",
  ),
);

/** What reached the provider: HTTP's own headers, and the mail. */
type Arrived = { headers: NodeJS.Dict<string | string[]>; body: Record<string, unknown> };

const Body = z.record(z.string(), z.unknown());

const test = erasureTest.extend<{ provider: { url: string; arrived: Arrived[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  provider: async ({}, use) => {
    const arrived: Arrived[] = [];
    const server = createServer(async (request, response) => {
      arrived.push({ headers: request.headers, body: Body.parse(await json(request)) });
      response.setHeader("content-type", "application/json").end('{"id":"1"}');
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("There is no port.");
    await use({ url: `http://127.0.0.1:${address.port}`, arrived });
    server.close();
    server.closeAllConnections();
  },
});

const plain: OutgoingMail = {
  id: newId(),
  to: "reader@example.com",
  replyTo: "privacy@tidewater.example",
  subject: "A subject",
  html: "<p>Words</p>",
  text: "Words",
};

test("whatever a subject is made of, one line of it leaves, and nothing else of the header changes", async ({
  provider,
}) => {
  const mailer = createMailer({ apiKey: "re_test", baseUrl: provider.url, from });
  await mailer.send(plain);
  const [usual] = provider.arrived;

  await fc.assert(
    fc.asyncProperty(text, async (subject) => {
      provider.arrived.length = 0;
      expect(await mailer.send({ ...plain, subject })).toMatchObject({ ok: true });
      const [sent] = provider.arrived;
      const line = String(sent?.body.subject);
      expect(line).not.toMatch(breaks);
      expect(line).not.toContain("=?");
      expect([...line].length).toBeLessThanOrEqual(200);
      expect(line.isWellFormed()).toBe(true);
      expect(withoutSubject(sent)).toEqual(withoutSubject(usual));
    }),
    { numRuns: 150 },
  );
  await mailer.send({ ...plain, subject: "Ihre Anfrage: नमस्ते \u{1f469}\u200d\u{1f4bb}" });
  expect(provider.arrived.at(-1)?.body.subject).toBe("Ihre Anfrage: नमस्ते \u{1f469}\u200d\u{1f4bb}");
});

test("a mail goes to one address, or to none", async ({ provider }) => {
  const mailer = createMailer({ apiKey: "re_test", baseUrl: provider.url, from });
  const address = fc.oneof(
    text,
    text.map((one) => `a@example.test${one}`),
    text.map((one) => `${one}@example.test`),
    fc.emailAddress(),
  );
  await fc.assert(
    fc.asyncProperty(address, async (to) => {
      provider.arrived.length = 0;
      const { ok } = await mailer.send({ ...plain, to });
      expect(ok).toBe(Email.safeParse(to).success);
      expect(provider.arrived).toHaveLength(ok ? 1 : 0);
      if (ok) expect(to.trim()).toMatch(/^[!-+\--:=?A-~]+@[A-Za-z0-9.-]+$/);
    }),
    { numRuns: 300 },
  );
});

test("a workspace's name is in an invitation's words, as words, and in no header", async ({
  db,
  system,
  provider,
}) => {
  const { id: workspaceId, ownerId } = await createWorkspace(db, { contacts: 0 });
  const mailer = createMailer({ apiKey: "re_test", baseUrl: provider.url, from });
  const invite = async (name: string) => {
    const id = newId();
    await db.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId));
    await db.delete(invitations);
    await db.insert(invitations).values({
      workspaceId,
      id,
      email: plain.to,
      role: "agent",
      addressDigest: id,
      invitedByUserId: ownerId,
      tokenDigest: id,
      sealedToken: await system.vault.seal("token", id),
      createdAt: system.now(),
      expiresAt: new Date(system.now().getTime() + 60_000),
    });
    provider.arrived.length = 0;
    const ctx = { ...system, mailer, appUrl: "https://app.example.test" };
    expect(await sendNotice(ctx, { kind: "invitation", id, workspaceId })).toBe("sent");
    const [sent] = provider.arrived;
    const { html, text: words, ...header } = sent?.body ?? {};
    return { header, html: String(html), words: String(words) };
  };
  const usual = await invite("Harbour");

  await fc.assert(
    fc.asyncProperty(text.map(storable), async (name) => {
      const { header, html } = await invite(name);
      expect(header).toEqual(usual.header);
      expect(html).not.toContain("<script");
    }),
    { numRuns: 25 },
  );
  expect((await invite("<script>x</script>")).html).toContain("&lt;script&gt;x&lt;/script&gt;");
});

function withoutSubject(sent: Arrived | undefined) {
  const { subject: _subject, ...body } = sent?.body ?? {};
  const { "content-length": _length, ...headers } = sent?.headers ?? {};
  return { body, headers };
}
