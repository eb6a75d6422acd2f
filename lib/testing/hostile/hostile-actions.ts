import { randomUUID } from "node:crypto";
import { everyContact } from "@/lib/contacts/schemas";
import type { HostileWorld } from "./hostile-world";

/** How an action is called: by whom at least, and with what, before any of it is spoiled. */
export type HostileAction = {
  /** Whoever is signed in, the owner of what it is about, an operator; or else anybody. */
  by: "nobody" | "signed_in" | "owner" | "operator";
  /** Well-formed, and such that nothing comes of it that the next call would miss. */
  input: (world: HostileWorld) => unknown;
  /** Called with a form, by whoever has no scripts as well; `after_state` as `useActionState` calls it. */
  form?: "alone" | "after_state";
  /** Does the same whatever it is sent, to who sends it alone. */
  isAlwaysDone?: true;
};

const nowhere = "00000000-0000-7000-8000-00000000dead";
const token = "t".repeat(43);
const day = "2099-01-31";

const onRequest = ({ requestId }: HostileWorld) => ({ requestId });
const choices = { deregisterNumber: false, deleteTemplates: false };
const terms = { category: "", basis: "dispute", reference: "K 7", until: day };

/** A row for every action: one that has none fails the test. */
export const hostileActions: Readonly<Record<string, HostileAction>> = {
  ...owners("app/(crm)/[workspace]/", {
    "contacts/count-matching.ts": () => ({ filter: everyContact }),
    "contacts/find-contacts.ts": () => ({
      filter: everyContact,
      sort: "name",
      after: { id: nowhere, name: "A" },
    }),
    "contacts/follow-deletion.ts": () => ({ selectionId: nowhere }),
    "contacts/preview-contacts-deletion.ts": ({ mine }) => ({ choice: { ids: mine.contactIds } }),
    "contacts/delete-contacts.ts": ({ mine }) => ({
      choice: { ids: mine.contactIds },
      confirmCount: 999,
    }),
    "settings/backups/end-export.ts": () => ({ exportId: nowhere }),
    "settings/backups/start-export.ts": () => ({ contactId: nowhere, includesMedia: false }),
    "settings/general/delete-workspace.ts": () => ({ confirmSlug: "not-it", choices }),
    "settings/general/export-then-delete.ts": () => ({
      confirmSlug: "not-it",
      choices,
      includesMedia: false,
    }),
    "settings/general/let-agents-delete.ts": () => ({ isAllowed: true }),
    "settings/general/preview-deletion.ts": () => ({}),
    "settings/members/change-role.ts": () => ({ memberId: nowhere, role: "agent" }),
    "settings/members/invite-member.ts": () => ({ email: "friend@example.test", role: "agent" }),
    "settings/members/remove-member.ts": () => ({ memberId: nowhere }),
    "settings/members/withdraw-invitation.ts": () => ({ invitationId: nowhere }),
  }),
  "app/(crm)/[workspace]/privacy-requests/[task]/erase-customer.ts": {
    by: "owner",
    form: "alone",
    input: ({ mine }) => ({ workspaceId: mine.id, taskId: nowhere, isTheCustomer: "on" }),
  },
  "app/(crm)/[workspace]/privacy-requests/[task]/refuse-customer.ts": {
    by: "owner",
    form: "alone",
    input: ({ mine }) => ({ workspaceId: mine.id, taskId: nowhere, reason: "legal_claims" }),
  },
  "app/(crm)/account/leave-workspace.ts": {
    by: "owner",
    input: ({ mine }) => ({ workspaceId: mine.id }),
  },
  ...rows("signed_in", "app/(crm)/account/", {
    "change-password.ts": () => ({ currentPassword: "wrong", newPassword: "long enough" }),
    "confirm-email-change.ts": () => ({ code: "12345678" }),
    "delete-account.ts": () => ({ password: "wrong" }),
    "disconnect-meta.ts": () => ({}),
    "end-other-sessions.ts": () => ({}),
    "end-session.ts": () => ({ sessionId: nowhere }),
    "keep-account.ts": () => ({}),
    "preview-account-deletion.ts": () => ({}),
    "request-email-change.ts": () => ({ email: "new@example.test", password: "wrong" }),
    "send-erasure-code.ts": () => ({}),
    "update-profile.ts": () => ({ name: "Ada", locale: "en" }),
  }),
  ...rows("operator", "app/(operator)/operator/", {
    "confirm-password.ts": () => "wrong",
    "holds/place.ts": ({ mine }) => ({
      ...terms,
      subjectKind: "contact",
      workspace: mine.slug,
      person: "nobody@example.test",
    }),
    "holds/release.ts": () => ({ holdId: nowhere }),
    "requests/[code]/approve.ts": () => ({
      requestId: nowhere,
      subjectId: null,
      workspaceId: null,
    }),
    "requests/[code]/ask.ts": ({ requestId }) => ({ requestId, text: "Which of them is yours?" }),
    "requests/[code]/cancel.ts": () => ({ requestId: nowhere }),
    "requests/[code]/extend.ts": ({ requestId }) => ({ requestId, reason: "complexity", days: 7 }),
    "requests/[code]/hold.ts": ({ requestId }) => ({ requestId, ...terms }),
    "requests/[code]/merge.ts": ({ requestId }) => ({
      duplicateId: requestId,
      into: "A".repeat(20),
    }),
    "requests/[code]/open-asked.ts": onRequest,
    "requests/[code]/preview.ts": ({ requestId, mine }) => ({
      requestId,
      candidate: { subjectId: mine.ownerId, workspaceId: mine.id },
    }),
    "requests/[code]/refuse.ts": () => ({ requestId: nowhere, reason: "legal_claims" }),
    "requests/[code]/retry.ts": onRequest,
    "requests/[code]/start.ts": onRequest,
    "requests/[code]/tell-again.ts": onRequest,
    "requests/[code]/verify-by-hand.ts": () => ({ requestId: nowhere }),
    "requests/find.ts": () => "nobody@example.test",
    "runs/pause.ts": () => ({}),
    "runs/resume.ts": () => ({ maxRuns: "2" }),
  }),
  "app/(operator)/operator/inbound/[mail]/settle-mail.ts": {
    by: "operator",
    form: "alone",
    input: () => ({ inboundMailId: nowhere, outcome: "answered" }),
  },
  "app/(public)/data-deletion/answer/answer-by-link.ts": {
    by: "nobody",
    form: "after_state",
    input: () => ({ token, answer: "The one in the middle." }),
  },
  "app/(public)/data-deletion/cancel/cancel-deletion.ts": {
    by: "nobody",
    form: "alone",
    input: () => ({ token }),
  },
  "app/(public)/data-deletion/receipt/check-receipt.ts": {
    by: "nobody",
    form: "after_state",
    input: () => ({ text: "eyJhbGciOiJFZERTQSIsImtpZCI6ImsifQ.e30.c2ln" }),
  },
  "app/(public)/data-deletion/request-deletion.ts": {
    by: "nobody",
    form: "after_state",
    input: () => ({
      email: `${randomUUID()}@example.test`,
      requester: "end_customer",
      concern: "customer_records",
      businessName: "Tea House",
      fullName: "Ada",
      whatsappNumber: "+447700900123",
      statement: "on",
      proof: new Blob(["%PDF-1.7"]),
    }),
  },
  "app/(public)/data-deletion/verify/send-new-link.ts": {
    by: "nobody",
    form: "alone",
    input: () => ({ token }),
  },
  "app/(public)/data-deletion/verify/verify-deletion.ts": {
    by: "nobody",
    form: "alone",
    input: () => ({ token }),
  },
  "app/invitation/join-as-newcomer.ts": {
    by: "nobody",
    input: ({ invitationToken }) => ({
      token: invitationToken,
      name: "Ada",
      password: "long enough",
    }),
  },
  "app/invitation/join-with-account.ts": {
    by: "signed_in",
    input: ({ invitationToken }) => ({ token: invitationToken }),
  },
  "app/sign-in/post-sign-in.ts": {
    by: "nobody",
    form: "after_state",
    input: () => ({ email: "nobody@example.test", password: "wrong", next: "/account" }),
  },
  "app/sign-in/post-sign-out.ts": {
    by: "nobody",
    form: "alone",
    input: () => ({ next: "/sign-in" }),
    isAlwaysDone: true,
  },
};

type Inputs = Record<string, HostileAction["input"]>;

function rows(by: HostileAction["by"], folder: string, inputs: Inputs) {
  return Object.fromEntries(
    Object.entries(inputs).map(([file, input]) => [`${folder}${file}`, { by, input }]),
  );
}

/** Of actions on the owner's workspace, which every input names. */
function owners(folder: string, inputs: Inputs) {
  return rows(
    "owner",
    folder,
    Object.fromEntries(
      Object.entries(inputs).map(([file, input]) => [
        file,
        (world: HostileWorld) => ({ workspaceId: world.mine.id, ...Object(input(world)) }),
      ]),
    ),
  );
}
