import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { contacts, metaIdentities } from "@/db/schema";
import { listControllerTasks, refuseTask } from "@/lib/erasure";
import { createWorkspace } from "../create-workspace";
import * as checks from "./checks";
import { eraseWorkspace } from "./erase-workspace";
import type { PromiseRow } from "./promise-row";

const { all, erases, says } = checks;
const byMetaId = {
  requester: "workspace_admin",
  concern: "meta_login",
  metaUserId: "1000200030004000",
  fullName: "Ada",
  organization: "Tea House",
} as const;

/** A shop platform: gone at once, backups in 30 days, customers' requests passed on. */
export const orchardRowRows: PromiseRow[] = [
  {
    promise: "delete one's own account in the settings, confirmed by password",
    evidence: "the page; a wrong password that changes nothing, and the right one",
    check: all(
      says("Sign in, open your account and choose", "Your password confirms it"),
      checks.erasesOwnAccount,
    ),
  },
  {
    promise: "export a JSON or CSV backup before deletion",
    evidence: "an export that an owner asks for, downloaded by its link",
    check: checks.exportsFirst,
  },
  {
    promise: "request by e-mail: name, e-mail or phone, organization, statement",
    evidence: "the page's words, and the form that asks for the same and for the statement",
    check: says(
      "Please include: your name, the WhatsApp number it is about, the organization that holds the data",
      "I am the person this data is about, or I am authorised",
      "Organization",
    ),
  },
  {
    promise: "a request by e-mail becomes a request",
    evidence: "a mail, the link it is answered with, and what follows from the link",
    check: checks.takesMail("Request"),
  },
  {
    promise: "proof beyond e-mail may be asked",
    evidence: "the page and the acknowledgement",
    check: all(says("we ask for more, and for no more than we need"), async (app) => {
      await eraseWorkspace(app, await createWorkspace(app.db));
      expect((await app.deliverMails())[0]?.text).toContain("If we need more from you to be sure");
    }),
  },
  {
    promise: "end customers are sent to the business, or their request is forwarded to it",
    evidence: "the page; the request waits to be passed on, and the mail says so",
    check: all(says("we pass your request on to it"), async (app) => {
      const request = await app.ask({
        email: "customer@example.test",
        requester: "end_customer",
        concern: "customer_records",
        businessName: "Tea House",
        fullName: "Ada",
      });
      expect(request.state).toBe("in_review");
      expect((await app.deliverMails()).at(-1)?.text).toContain("passes your request on to it");
    }),
  },
  {
    promise: "the forwarded request reaches the business",
    evidence: "a task with its contact in the one workspace that has the address, and its answer",
    check: async (app) => {
      const [business, neighbour] = [await createWorkspace(app.db), await createWorkspace(app.db)];
      await app.db
        .update(contacts)
        .set({ email: "ada@example.test" })
        .where(eq(contacts.id, business.contactIds[0] ?? ""));
      await app.ask({
        email: "ada@example.test",
        requester: "end_customer",
        concern: "customer_records",
        businessName: "Tea House",
        fullName: "Ada",
      });
      const ctx = app.as({ type: "owner", userId: business.ownerId });
      expect(await listControllerTasks(ctx, neighbour.id)).toEqual([]);
      const [task] = await listControllerTasks(ctx, business.id);
      expect(task).toMatchObject({ state: "open", contactName: expect.any(String) });
      await refuseTask(ctx, {
        workspaceId: business.id,
        taskId: task?.id ?? "",
        reason: "legal_claims",
      });
      expect(await app.newestRequest()).toMatchObject({
        state: "refused",
        refusalReason: "legal_claims",
      });
    },
  },
  {
    promise: "Meta's callback is answered, with a page to follow",
    evidence: "the page; the request it opens; over HTTP in app/api/meta/callbacks.test.ts",
    check: all(says("Apps and Websites", "a confirmation code"), checks.answersMeta),
  },
  {
    promise: "a direct request naming a Meta user ID",
    evidence: "the login's own address schedules it, another address waits for people",
    check: all(says("name your Meta user ID in the form"), async (app) => {
      const { ownerId, ownerEmail } = await createWorkspace(app.db);
      const { metaUserId } = byMetaId;
      await app.db.insert(metaIdentities).values({ userId: ownerId, metaUserId, displayName: "A" });

      const stranger = await app.ask({ ...byMetaId, email: "stranger@example.test" });
      expect(stranger).toMatchObject({ state: "in_review", subjectKind: "meta_user" });
      const own = await app.ask({ ...byMetaId, email: ownerEmail });
      expect(own.state).toBe("scheduled");
      expect((await app.carryOut(own)).state).toMatch(/^completed/);
      expect(await app.db.select().from(metaIdentities)).toEqual([]);
    }),
  },
  {
    promise: "acknowledged within 7 days",
    evidence: "the page; the bound on record, and a mail that leaves at once",
    check: all(says("We confirm receipt within 7 days"), checks.isAcknowledgedWithin(7 * 24)),
  },
  {
    promise: "completed within 30 days",
    evidence: "the page; due 30 days after receipt",
    check: all(
      says("within 30 days of receiving your request"),
      checks.isDueWithin(30, "receivedAt"),
    ),
  },
  {
    promise: "live data is gone immediately",
    evidence: "the page; an erasure without a grace period",
    check: all(says("a confirmed deletion starts at once"), erases("contacts", "messages")),
  },
  {
    promise: "encrypted backups: a rolling 30-day cycle",
    evidence: "the page, and the last mail with the day",
    check: all(says("Encrypted copies are overwritten within 30 days"), async (app) => {
      await eraseWorkspace(app, await createWorkspace(app.db));
      expect((await app.deliverMails()).at(-1)?.text).toContain("overwritten by 22 December 2026");
    }),
  },
  {
    promise: "the backups do roll off",
    evidence: "a snapshot, the store that it goes from, and the status afterwards",
    check: checks.rollsOff(30),
  },
  { promise: "confirmed by e-mail", evidence: "the last mail", check: checks.confirmsByMail },
  {
    promise: "channel tokens are destroyed",
    evidence: "an erasure",
    check: erases("channel_connections", "workspace_keys"),
  },
  {
    promise: "erased people: credentials, profile, team membership",
    evidence: "erasures",
    check: all(checks.erasesPeople, erases("memberships")),
  },
  {
    promise: "erased CRM: contacts, labels, segments, lifecycle data",
    evidence: "an erasure",
    check: erases("contacts", "tags", "contact_tags", "segments"),
  },
  {
    promise: "erased messages: conversations, messages, media",
    evidence: "an erasure",
    check: erases("conversations", "messages", "media_attachments"),
  },
  {
    promise: "erased commerce: orders, order lines, reorder cycles",
    evidence: "an erasure",
    check: erases("orders", "order_lines", "reorder_cycles"),
  },
  {
    promise: "erased AI: processing logs, cached pairs",
    evidence: "an erasure",
    check: erases("ai_logs", "ai_cache_entries"),
  },
  {
    promise: "retained audit: time and action only, 12 months, anonymised",
    evidence: "the page; the record of what was kept, and the rows without persons",
    check: all(says("Audit log 12 months"), checks.retains("audit_log", 1)),
  },
  {
    promise: "retained money: invoices, 7 years",
    evidence: "the page; the record of what was kept, and the rows without persons",
    check: all(says("Invoices 7 years"), checks.retains("invoices", 7)),
  },
  {
    promise: "the anonymised audit log ends after 12 months, invoices after 7 years",
    evidence:
      "rows that are there the day before and gone on the day; a living workspace's invoices",
    check: all(checks.endsRetention("audit_log", 12), checks.endsRetention("invoices", 84)),
  },
  {
    promise: "legal hold: order of a court or regulator",
    evidence: "the page; a held workspace that stays",
    check: all(
      says("If an order of a court or an authority forbids deleting, the request waits"),
      checks.obeysHolds,
    ),
  },
  {
    promise: "laws: GDPR, India DPDP, CCPA",
    evidence: "the page; their bounds were checked at start",
    check: says("We follow GDPR, India DPDP Act and CCPA"),
  },
];
