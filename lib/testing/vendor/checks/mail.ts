import { expect } from "vitest";
import { inboundMails } from "@/db/schema";
import { verifyRequest } from "@/lib/erasure";
import { openSealedRequest } from "@/lib/erasure/sealed-request";
import { inboundRules, readInboundMail, receiveWebhook } from "@/lib/inbound";
import { createWorkspace } from "../../create-workspace";
import type { Check } from "../promise-row";
import type { VendorApp } from "../vendor-app";

/**
 * A mail with this subject from an account's address is answered with a link, and changes nothing
 * before it is followed; then the account goes, or people look first where the profile says so.
 */
export function takesMail(subject: string): Check {
  return async (app) => {
    const { slug, agentId } = await createWorkspace(app.db);
    const email = `agent@${slug}.test`;
    await receiveMail(app, { from: `Ada <${email}>`, subject });

    expect(await app.newestRequest()).toMatchObject({ state: "unverified", channel: "email" });
    expect(await app.deliverMails()).toMatchObject([{ to: email }]);

    const ctx = app.as({ type: "requester" });
    const { id, sealed } = await app.newestRequest();
    const { verificationToken } = await openSealedRequest(ctx.vault, id, sealed);
    await verifyRequest(ctx, verificationToken ?? "");
    const isReviewed = app.profile.proof.workspace_admin !== "address";
    expect(await app.newestRequest()).toMatchObject(
      isReviewed ? { state: "in_review" } : { state: "scheduled", subjectId: agentId },
    );
    expect((await app.deliverMails())[0]?.subject).toBe("We have your data deletion request");
  };
}

async function receiveMail(app: VendorApp, mail: { from: string; subject: string }): Promise<void> {
  const ctx = app.as({ type: "system" });
  await receiveWebhook(ctx, {
    deliveryId: "msg_1",
    event: { kind: "received", providerId: "in-1", occurredAt: null, ...mail },
  });
  const [row] = await app.db.select().from(inboundMails);
  const text = "It is about my account. Please delete everything in my account.";
  const reader = {
    async read() {
      return { ok: true, mail: { ...mail, text, headers: {}, attachments: [] } } as const;
    },
  };
  const inbound = inboundRules(app.profile, "Lethe <no-reply@lethe.test>");
  await readInboundMail({ ...ctx, reader, inbound }, row?.id ?? "");
}
