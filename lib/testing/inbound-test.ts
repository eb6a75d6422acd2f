import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { erasureMails, inboundMails } from "@/db/schema";
import type { ErasureContext } from "@/lib/erasure";
import { createMailReader, readInboundMail, receiveWebhook } from "@/lib/inbound";
import type { InboundContext } from "@/lib/inbound/inbound-context";
import type { InboundRules } from "@/lib/inbound/understand-mail";
import { test as erasureTest } from "./erasure-test";

export { expect } from "vitest";

/** A mail as its sender wrote it; what is left out is what most people's mails have. */
export type WrittenMail = Partial<{
  from: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string> | null;
  attachments: object[];
}>;

/** A provider that gives out the mails that were put into it, over HTTP, as Resend does. */
export type MailProvider = {
  url: string;
  /** Puts a mail in, and tells of it as the provider's webhook does. @returns its id here. */
  deliver(mail: WrittenMail): Promise<string>;
  /** What it answers instead, until it is mended with null. */
  fail(answer: { status: number; name: string } | null): void;
};

type InboundFixtures = { provider: MailProvider; reading: InboundContext };

export const inboundRules: InboundRules = {
  isOffered: true,
  languages: ["en", "id"],
  subjectLine: null,
  ownAddresses: ["privacy@tidewater.example"],
};

export const test = erasureTest.extend<InboundFixtures>({
  provider: async ({ system, db }, use) => {
    const mails = new Map<string, WrittenMail>();
    let failure: { status: number; name: string } | null = null;
    const server = createServer((request, response) => {
      const id = request.url?.match(/^\/emails\/receiving\/([\w-]+)\?/)?.[1] ?? "";
      const mail = mails.get(id);
      const missing = mail === undefined ? { status: 404, name: "not_found" } : null;
      const wrong = failure ?? missing;
      response.setHeader("content-type", "application/json");
      response.statusCode = wrong?.status ?? 200;
      response.end(
        JSON.stringify(
          wrong === null
            ? { object: "email", id, to: [], attachments: [], ...mail }
            : { statusCode: wrong.status, name: wrong.name, message: "no" },
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({
      url: `http://127.0.0.1:${portOf(server.address())}`,
      async deliver(mail) {
        const providerId = `in-${mails.size + 1}`;
        const { from = "Ada <ada@example.test>", subject = "Please delete my data" } = mail;
        mails.set(providerId, { from, subject, text: "", html: null, headers: {}, ...mail });
        await receiveWebhook(system, {
          deliveryId: `msg_${providerId}`,
          event: { kind: "received", providerId, occurredAt: null, from, subject },
        });
        const rows = await db.select().from(inboundMails);
        return rows.find((row) => row.providerId === providerId)?.id ?? "";
      },
      fail(answer) {
        failure = answer;
      },
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },

  reading: async ({ system, provider }, use) => {
    const reader = createMailReader({ apiKey: "re_test", baseUrl: provider.url });
    await use({ ...system, reader, inbound: inboundRules });
  },
});

/** Reads every mail that is unread, as the worker does. */
export async function readAll(ctx: InboundContext): Promise<void> {
  const rows = await ctx.db.select().from(inboundMails);
  for (const row of rows.filter(({ state }) => state === "received")) {
    await readInboundMail(ctx, row.id);
  }
}

/** The mails that requests owe, by message. */
export async function owedMails({ db }: Pick<ErasureContext, "db">): Promise<string[]> {
  const mails = await db.select().from(erasureMails);
  return mails.map(({ message }) => message);
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
