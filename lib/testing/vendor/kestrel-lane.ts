import { expect } from "vitest";
import { scheduleWorkspaceErasure } from "@/lib/erasure/schedule-workspace-erasure";
import { createWorkspace } from "../create-workspace";
import * as checks from "./checks";
import type { PromiseRow } from "./promise-row";

const { all, erases, says } = checks;

/** A media desk: workspaces by their owners, customers answered here. */
export const kestrelLaneRows: PromiseRow[] = [
  {
    promise: "delete the whole workspace in the settings, typing its slug",
    evidence: "the page's steps; a wrong slug is refused, the right one schedules",
    check: all(says("Settings, then General", "Type the workspace’s slug"), async (app) => {
      const { id, slug, ownerId } = await createWorkspace(app.db);
      const ctx = app.as({ type: "owner", userId: ownerId });
      const typed = (confirmSlug: string) =>
        scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug });
      await expect(typed(`${slug} `)).rejects.toMatchObject({ code: "slug_mismatch" });
      await expect(typed(slug)).resolves.toMatchObject({ purgeAfter: null });
    }),
  },
  {
    promise: "select contacts in the CRM and delete them",
    evidence: "the page's steps; two of three contacts that go with all their records",
    check: all(says("Open Contacts, select whom you mean"), checks.erasesContacts),
  },
  {
    promise: "request by e-mail: subject line; name, e-mail, phone",
    evidence: "the page's words",
    check: says(
      "As the subject, write: Please delete my data.",
      "Please include: your name and the WhatsApp number it is about.",
      "help@kestrel-lane.example",
      "+1 555 0142",
    ),
  },
  {
    promise: "a request by e-mail becomes a request",
    evidence: "a mail, the link it is answered with, and what follows from the link",
    check: checks.takesMail("Please delete my data"),
  },
  {
    promise: "identity ownership is verified",
    evidence: "a stranger's address is refused, an owner's is not",
    check: all(says("we ask for more, and for no more than we need"), async (app) => {
      const { slug, ownerEmail } = await createWorkspace(app.db);
      const ask = (email: string) =>
        app.ask({
          email,
          requester: "workspace_admin",
          concern: "workspace",
          workspaceSlug: slug,
          fullName: "Ada",
        });
      expect(await ask("stranger@example.test")).toMatchObject({ refusalReason: "not_authorised" });
      expect(await ask(ownerEmail)).toMatchObject({ state: "scheduled" });
    }),
  },
  {
    promise: "end customers may ask directly",
    evidence: "the page; a customer's verified request waits for people, and the mail says so",
    check: all(says("or ask us, and we answer on its behalf"), async (app) => {
      const request = await app.ask({
        email: "customer@example.test",
        requester: "end_customer",
        concern: "customer_records",
        businessName: "Tea House",
        fullName: "Ada",
      });
      expect(request.state).toBe("in_review");
      expect((await app.deliverMails()).at(-1)?.text).toContain(
        "A person first makes sure that the data is yours.",
      );
    }),
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
    promise: "live data is gone permanently",
    evidence: "the page; an erasure that leaves no row, at once",
    check: all(says("removed from the live database, not hidden"), erases("contacts", "messages")),
  },
  {
    promise: "tokens are destroyed",
    evidence: "an erasure",
    check: erases("channel_connections", "api_tokens", "workspace_keys"),
  },
  {
    promise: "erased people: profile, name, e-mail, password hashes",
    evidence: "the page; an erasure",
    check: all(says("Name, e-mail address, password hash"), checks.erasesPeople),
  },
  {
    promise: "erased CRM: contacts, tags, custom attributes, templates, campaigns, automations",
    evidence: "an erasure",
    check: erases(
      "contacts",
      "tags",
      "contact_tags",
      "custom_attributes",
      "contact_attribute_values",
      "templates",
      "campaigns",
      "automations",
    ),
  },
  {
    promise: "erased messages: in and out, media",
    evidence: "an erasure",
    check: erases("messages", "message_status_events", "media_attachments"),
  },
  {
    promise: "erased logs",
    evidence: "an erasure",
    check: erases("activity_logs", "debug_traces"),
  },
  {
    promise: "laws: GDPR, CCPA",
    evidence: "the page; their bounds were checked at start",
    check: says("We follow GDPR and CCPA"),
  },
];
