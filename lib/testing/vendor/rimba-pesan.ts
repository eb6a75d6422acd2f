import { expect } from "vitest";
import { extendDeadline, readRequestStatus } from "@/lib/erasure";
import { cancelRequest } from "@/lib/erasure/cancel-request";
import { openSealedRequest } from "@/lib/erasure/sealed-request";
import { createWorkspace } from "../create-workspace";
import * as checks from "./checks";
import type { PromiseRow } from "./promise-row";

const { all, erases, neverSays, says } = checks;
const day = 24 * 60 * 60 * 1000;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** A small CRM: scheduled first and cancellable, and revoking at Meta deletes nothing. */
export const rimbaPesanRows: PromiseRow[] = [
  {
    promise: "delete one's own account in the settings",
    evidence: "the page; an account that is scheduled first, and gone after 7 days",
    check: all(says("Sign in, open your account and choose"), checks.erasesOwnAccount),
  },
  {
    promise: "a confirmed deletion is scheduled, and can be cancelled until it starts",
    evidence: "the page and the mail; nothing goes for 7 days, cancelled nothing goes at all",
    check: all(says("7 days: until then, write to us with the confirmation code"), async (app) => {
      const { slug } = await createWorkspace(app.db);
      const asked = await app.ask({
        email: `agent@${slug}.test`,
        requester: "workspace_admin",
        concern: "account",
        description: "My account.",
      });
      expect(asked).toMatchObject({ state: "scheduled" });
      expect(+(asked.purgeAfter ?? 0) - +app.clock.now()).toBe(7 * day);
      expect((await app.deliverMails()).at(-1)?.text).toContain("If you change your mind");

      app.clock.advance(7 * day - 1);
      expect(await app.carryOut(asked)).toMatchObject({ state: "scheduled" });
      await cancelRequest(app.as(operator), { requestId: asked.id });
      app.clock.advance(day);
      expect(await app.carryOut(asked)).toMatchObject({ state: "cancelled" });
    }),
  },
  {
    promise: "request: e-mail, business name, WhatsApp number, Meta business account, description",
    evidence: "the page's words for both ways; what the form was told is sealed with the request",
    check: all(
      says(
        "Please include: the name of your business, the WhatsApp number it is about, your Meta business account ID and what should be deleted, in a few words.",
        "Besides your address it asks for: the name of your business",
        "Meta business account ID (optional)",
      ),
      async (app) => {
        const asked = await app.ask({
          email: "me@example.test",
          requester: "representative",
          concern: "account",
          metaBusinessAccountId: "123456789012345",
          description: "Everything of our old account.",
        });
        const { vault } = app.as({ type: "system" });
        expect(await openSealedRequest(vault, asked.id, asked.sealed)).toMatchObject({
          details: {
            metaBusinessAccountId: "123456789012345",
            description: "Everything of our old account.",
          },
        });
        expect(JSON.stringify(asked)).not.toContain("old account");
      },
    ),
  },
  {
    promise: "a request by e-mail becomes a request",
    evidence: "a mail, the link it is answered with, and what follows from the link",
    check: checks.takesMail("Request"),
  },
  {
    promise: "more proof may be asked",
    evidence: "the page",
    check: says("we ask for more, and for no more than we need"),
  },
  {
    promise: "revoking the app at Meta does not by itself delete",
    evidence: "the page; a revocation that opens nothing",
    check: all(
      says("It does not delete what we already hold. That is a request of its own"),
      neverSays("we take it as a request to delete"),
      checks.revocationOpens(0),
    ),
  },
  {
    promise: "completed within 30 days, longer if more verification is needed",
    evidence: "the page; due 30 days after receipt",
    check: all(
      says(
        "within 30 days of receiving your request",
        "If we need more proof up to 30 days longer",
      ),
      checks.isDueWithin(30, "receivedAt"),
    ),
  },
  {
    promise: "the longer time is told with its reasons",
    evidence:
      "a deadline that moves once, the mail and the status that say why; 31 days are refused",
    check: async (app) => {
      const asked = await app.ask({
        email: "me@example.test",
        requester: "representative",
        concern: "account",
        description: "My account.",
      });
      const extend = (days: number) =>
        extendDeadline(app.as(operator), {
          requestId: asked.id,
          reason: "more_proof_needed",
          days,
        });
      await expect(extend(31)).rejects.toThrow("At most 30 more days");
      expect(await app.newestRequest()).toMatchObject({ dueAt: asked.dueAt, extendedAt: null });

      const dueAt = await extend(30);

      expect(+dueAt - +asked.dueAt).toBe(30 * day);
      const mail = (await app.deliverMails()).at(-1)?.text;
      expect(mail).toContain("We need more time to make sure that the data is yours");
      const ctx = app.as({ type: "requester" });
      expect(await readRequestStatus(ctx, asked.confirmationCode)).toMatchObject({
        dueAt,
        extension: { reason: "more_proof_needed", firstDueAt: asked.dueAt },
      });
      await expect(extend(1)).rejects.toThrow("extended once");
    },
  },
  {
    promise: "access tokens are destroyed",
    evidence: "an erasure",
    check: erases("api_tokens", "channel_connections"),
  },
  { promise: "erased people: account, profile", evidence: "erasure", check: checks.erasesPeople },
  {
    promise: "erased CRM: contacts, integration settings, automation configurations",
    evidence: "an erasure",
    check: erases("contacts", "integration_settings", "automations"),
  },
  {
    promise: "erased messages: conversation history",
    evidence: "an erasure",
    check: erases("conversations", "messages"),
  },
  {
    promise: "erased logs: activity, where lawful",
    evidence: "an erasure",
    check: erases("activity_logs"),
  },
  {
    promise: "retained for fraud prevention and legal duties",
    evidence: "the page; the record of what was kept",
    check: all(
      says("To recognise fraud and abuse", "Tax and accounting law obliges us"),
      checks.retains("audit_log", 1),
      checks.retains("invoices", 7),
    ),
  },
  {
    promise: "legal hold: disputes",
    evidence: "the page; a held workspace that stays",
    check: all(says("If a pending legal claim forbids deleting"), checks.obeysHolds),
  },
  {
    promise: "no laws named, no affiliation disclaimed",
    evidence: "the page",
    check: neverSays("We follow", "is not part of Meta"),
  },
];
