import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { erasureMails } from "@/db/schema";
import { confirmBackupsGone } from "@/lib/erasure/confirm-backups-gone";
import { openFormRequest } from "@/lib/erasure/open-form-request";
import { scheduleWorkspaceErasure } from "@/lib/erasure/schedule-workspace-erasure";
import { sweepMails } from "@/lib/mail/sweep-mails";
import { createWorkspace } from "../create-workspace";
import * as checks from "./checks";
import { eraseWorkspace } from "./erase-workspace";
import type { PromiseRow } from "./promise-row";

const { all, erases, neverSays, says } = checks;
const day = 24 * 60 * 60 * 1000;

/** An integrator: Meta or a message, and nothing else. */
export const neelamThreadsRows: PromiseRow[] = [
  {
    promise: "request by e-mail: subject with the business's name or telephone number",
    evidence: "the page's words",
    check: says(
      "Delete my data: name of your business, or its telephone number",
      "care@neelam-threads.example",
    ),
  },
  {
    promise: "a request by e-mail becomes a request",
    evidence: "a mail, the link it is answered with, and what follows from the link",
    check: checks.takesMail("Delete my data: Tea House"),
  },
  {
    promise: "no other way is offered",
    evidence: "no form on the page; form and settings are closed in the domain, too",
    check: all(
      neverSays("Go to the form", "Send me the link", "Settings, then General"),
      async (app) => {
        const { id, slug, ownerId } = await createWorkspace(app.db);
        const byForm = openFormRequest(app.as({ type: "requester" }), {
          email: "me@example.test",
          requester: "workspace_admin",
          concern: "account",
          statement: true,
        });
        await expect(byForm).rejects.toMatchObject({ code: "channel_closed" });
        const inSettings = scheduleWorkspaceErasure(app.as({ type: "owner", userId: ownerId }), {
          workspaceId: id,
          confirmSlug: slug,
        });
        await expect(inSettings).rejects.toMatchObject({ code: "channel_closed" });
      },
    ),
  },
  {
    promise: "Meta's callback is answered, with a page to follow",
    evidence: "the page; the request it opens; over HTTP in app/api/meta/callbacks.test.ts",
    check: all(says("Apps and Websites", "a confirmation code"), checks.answersMeta),
  },
  {
    promise: "revoking the app at Meta triggers a deletion",
    evidence: "the page; a revocation that opens one",
    check: all(says("we take it as a request to delete"), checks.revocationOpens(1)),
  },
  {
    promise: "acknowledged within 24 hours",
    evidence: "the page; the bound on record",
    check: all(says("We confirm receipt within 24 hours"), checks.isAcknowledgedWithin(24)),
  },
  {
    promise: "completed within 30 days",
    evidence: "the page; a callback's request is due 30 days after it",
    check: all(says("within 30 days of receiving your request"), async (app) => {
      await checks.answersMeta(app);
      const { dueAt, receivedAt } = await app.newestRequest();
      expect(+dueAt - +receivedAt).toBe(30 * day);
    }),
  },
  {
    promise: "confirmed by e-mail once gone from servers and backups",
    evidence: "the page; the last mail leaves on the day on which the backups have rolled off",
    check: all(says("once it is gone from the backups, too"), async (app) => {
      const { ownerEmail } = await createWorkspace(app.db).then(async (workspace) => {
        expect((await eraseWorkspace(app, workspace)).state).toMatch(/^completed/);
        return workspace;
      });
      const { jobs } = app.as({ type: "system" });
      const sweep = () => sweepMails({ db: app.db, now: app.clock.now, jobs });
      app.clock.advance(14 * day - 1);
      expect(await sweep()).toEqual({ enqueued: 0, unsealed: 0 });
      expect(await app.deliverMails()).toEqual([]);

      app.clock.advance(11 * 60 * 1000);
      expect(await sweep()).toEqual({ enqueued: 1, unsealed: 0 });
      expect(await app.deliverMails(), "nobody has looked for backups").toEqual([]);
      expect(await confirmBackupsGone(app.as({ type: "system" }))).toBe(1);
      expect(await app.deliverMails()).toEqual([
        expect.objectContaining({ to: ownerEmail, text: expect.stringContaining("It is deleted") }),
      ]);
      expect(
        await app.db.select().from(erasureMails).where(eq(erasureMails.state, "queued")),
      ).toEqual([]);
      expect((await app.newestRequest()).sealed).toBeNull();
    }),
  },
  {
    promise: "the backups do roll off",
    evidence: "a snapshot, the store that it goes from, and the status afterwards",
    check: checks.rollsOff(14),
  },
  {
    promise: "erased people: name, e-mail, business details",
    evidence: "an erasure; the workspace's own row goes last",
    check: checks.erasesPeople,
  },
  {
    promise: "erased messages: telephone numbers, times, statuses",
    evidence: "an erasure",
    check: erases("contacts", "messages", "message_status_events"),
  },
  {
    promise: "retained: fraud and abuse",
    evidence: "the page; the record of what was kept",
    check: all(says("To recognise fraud and abuse"), checks.retains("audit_log", 1)),
  },
  {
    promise: "retained: financial audit, billing",
    evidence: "the page; the record of what was kept",
    check: all(says("Our accounts are audited", "Invoices 8 years"), checks.retains("invoices", 8)),
  },
  {
    promise: "what was retained for financial audit ends after 8 years",
    evidence:
      "rows that are there the day before and gone on the day; a living workspace's invoices",
    check: checks.endsRetention("invoices", 96),
  },
  {
    promise: "laws: India's IT Act and DPDP Act",
    evidence: "the page; their bounds were checked at start",
    check: says("We follow India IT Act and India DPDP Act"),
  },
];
