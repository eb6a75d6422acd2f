import { expect } from "vitest";
import { approveRequest } from "@/lib/erasure/approve-request";
import { createWorkspace } from "../create-workspace";
import * as checks from "./checks";
import type { PromiseRow } from "./promise-row";

const { all, erases, says } = checks;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** A team inbox: a form, staff who look at everything, and what the company is not. */
export const willowWireRows: PromiseRow[] = [
  {
    promise: "delete one's own account by request",
    evidence: "the page",
    check: says("Use the form and choose “My account”."),
  },
  {
    promise: "request by e-mail: subject line, officer's address",
    evidence: "the page's words",
    check: says("As the subject, write: Delete my data.", "officer@willow-wire.example"),
  },
  {
    promise: "a request by e-mail becomes a request",
    evidence: "a mail, the link it is answered with, and what follows from the link",
    check: checks.takesMail("Delete my data"),
  },
  {
    promise: "a request form with a mailed verification link",
    evidence: "the form on the page; a mail with the link, and nothing before it is followed",
    check: all(says("Ask for deletion", "Send me the link"), async (app) => {
      await createWorkspace(app.db);
      await app.ask({ email: "me@example.test", requester: "representative", concern: "account" });
      const [verify] = await app.deliverMails();
      expect(verify).toMatchObject({ to: "me@example.test" });
    }),
  },
  {
    promise: "proof: the owner's or admin's address",
    evidence: "an agent's address is refused, the owner's goes on",
    check: all(says("asked from the address they sign in with"), async (app) => {
      const { slug, ownerEmail } = await createWorkspace(app.db);
      const ask = (email: string) =>
        app.ask({ email, requester: "workspace_admin", concern: "workspace", workspaceSlug: slug });
      expect(await ask(`agent@${slug}.test`)).toMatchObject({ refusalReason: "not_authorised" });
      expect(await ask(ownerEmail)).toMatchObject({ state: "in_review" });
    }),
  },
  {
    promise: "proof: representatives prove authorization",
    evidence: "the page and the mail; the request waits for people",
    check: all(says("sends us a document that shows they may"), async (app) => {
      const asked = await app.ask({
        email: "lawyer@example.test",
        requester: "representative",
        concern: "account",
      });
      expect(asked.state).toBe("in_review");
      expect((await app.deliverMails()).at(-1)?.text).toContain(
        "a document that shows you may act for them",
      );
    }),
  },
  {
    promise: "the proof can be uploaded",
    evidence:
      "a file that staff find with the request, encrypted in the store, and gone with its end",
    check: checks.takesProof,
  },
  {
    promise: "end customers are sent to the business",
    evidence: "the page; refused with the reason that says so",
    check: all(says("If you ask us, we will have to send you to it."), async (app) => {
      const asked = await app.ask({
        email: "customer@example.test",
        requester: "end_customer",
        concern: "customer_records",
        businessName: "Tea House",
      });
      expect(asked).toMatchObject({ state: "refused", refusalReason: "ask_the_controller" });
    }),
  },
  {
    promise: "completed within 30 days from verification",
    evidence: "the page; due 30 days after the link was followed",
    check: all(
      says("within 30 days of verifying your request"),
      checks.isDueWithin(30, "verifiedAt"),
    ),
  },
  {
    promise: "carried out by staff",
    evidence: "a verified request waits in review until an operator approves it",
    check: all(says("A person looks at every request"), async (app) => {
      const { agentId, slug } = await createWorkspace(app.db);
      const asked = await app.ask({
        email: `agent@${slug}.test`,
        requester: "workspace_admin",
        concern: "account",
      });
      expect(await app.carryOut(asked)).toMatchObject({ state: "in_review" });
      expect((await app.deliverMails()).at(-1)?.text).toContain("A person first makes sure");
      await approveRequest(app.as(operator), { requestId: asked.id, subjectId: agentId });
      expect((await app.carryOut(asked)).state).toMatch(/^completed/);
    }),
  },
  {
    promise: "backups: a limited rollover period",
    evidence: "the page",
    check: says("Encrypted copies are overwritten within 30 days"),
  },
  {
    promise: "the backups do roll off",
    evidence: "a snapshot, the store that it goes from, and the status afterwards",
    check: checks.rollsOff(30),
  },
  { promise: "confirmed by e-mail", evidence: "the last mail", check: checks.confirmsByMail },
  {
    promise: "integration tokens and messaging credentials are destroyed",
    evidence: "an erasure",
    check: erases("integration_settings", "channel_connections", "api_tokens"),
  },
  {
    promise: "erased people: profiles, preferences, workspace settings",
    evidence: "erasures",
    check: all(checks.erasesPeople, erases("memberships")),
  },
  {
    promise: "erased messages: content, threads and their links, media and shared files",
    evidence: "an erasure",
    check: erases("conversations", "messages", "media_attachments"),
  },
  {
    promise: "erased AI: generated content, derived insights, response history",
    evidence: "an erasure",
    check: erases("ai_logs", "ai_cache_entries"),
  },
  {
    promise: "erased traces and logs that hold personal data",
    evidence: "an erasure",
    check: erases("debug_traces", "activity_logs"),
  },
  {
    promise: "erased records of files uploaded to providers, and of Meta connections",
    evidence: "an erasure",
    check: erases("ai_provider_files", "channel_connections"),
  },
  {
    promise: "the providers' own copies, and the records at Meta",
    evidence: "calls over HTTP that an erasure waits for; none about the neighbour",
    check: checks.tellsProviders,
  },
  {
    promise: "consent records go, stop requests stay as a digest for as long as they must",
    evidence: "the page; an erasure",
    check: all(says("Stop requests 2 years", "It names nobody"), erases("consent_records")),
  },
  {
    promise: "retained: security, fraud",
    evidence: "the page; the record of what was kept",
    check: all(says("To detect and prove misuse"), checks.retains("audit_log", 1)),
  },
  {
    promise: "retained: invoices, tax",
    evidence: "the page; the record of what was kept",
    check: all(says("Invoices 7 years"), checks.retains("invoices", 7)),
  },
  {
    promise: "legal hold: litigation, investigation",
    evidence: "the page; a held workspace that stays",
    check: all(
      says("If a pending legal claim or an investigation under way forbids deleting"),
      checks.obeysHolds,
    ),
  },
  {
    promise: "says what it is not",
    evidence: "the page",
    check: says(
      "Willow & Wire is not part of Meta",
      "deletes nothing at WhatsApp, Facebook or Instagram",
    ),
  },
  {
    promise: "laws: GDPR, CCPA",
    evidence: "the page; their bounds were checked at start",
    check: says("We follow GDPR and CCPA"),
  },
];
