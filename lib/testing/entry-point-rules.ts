import type { Guard } from "./entry-points";

/** Who may call: what asks it, and why that is enough where it is not the whole of the file. */
type Rule = { guards: readonly Guard[]; because?: string };

/** Every server action. */
export const actionRules: Readonly<Record<string, Rule>> = {
  "app/(crm)/[workspace]/contacts/count-matching.ts": { guards: ["workspaceMemberAction"] },
  "app/(crm)/[workspace]/contacts/delete-contacts.ts": { guards: ["workspaceMemberAction"] },
  "app/(crm)/[workspace]/contacts/find-contacts.ts": { guards: ["workspaceMemberAction"] },
  "app/(crm)/[workspace]/contacts/follow-deletion.ts": { guards: ["workspaceMemberAction"] },
  "app/(crm)/[workspace]/contacts/preview-contacts-deletion.ts": {
    guards: ["workspaceMemberAction"],
  },
  "app/(crm)/[workspace]/privacy-requests/[task]/erase-customer.ts": {
    guards: ["workspaceAdminAction"],
    because: "A form for those without scripts: it hands its fields to the guarded action.",
  },
  "app/(crm)/[workspace]/privacy-requests/[task]/refuse-customer.ts": {
    guards: ["workspaceAdminAction"],
    because: "A form for those without scripts: it hands its fields to the guarded action.",
  },
  "app/(crm)/[workspace]/settings/backups/end-export.ts": { guards: ["teamAction"] },
  "app/(crm)/[workspace]/settings/backups/start-export.ts": { guards: ["teamAction"] },
  "app/(crm)/[workspace]/settings/general/delete-workspace.ts": {
    guards: ["workspaceAdminAction"],
  },
  "app/(crm)/[workspace]/settings/general/export-then-delete.ts": {
    guards: ["workspaceAdminAction"],
  },
  "app/(crm)/[workspace]/settings/general/let-agents-delete.ts": {
    guards: ["workspaceAdminAction"],
  },
  "app/(crm)/[workspace]/settings/general/preview-deletion.ts": {
    guards: ["workspaceAdminAction"],
  },
  "app/(crm)/[workspace]/settings/members/change-role.ts": { guards: ["teamAction"] },
  "app/(crm)/[workspace]/settings/members/invite-member.ts": { guards: ["teamAction"] },
  "app/(crm)/[workspace]/settings/members/remove-member.ts": { guards: ["teamAction"] },
  "app/(crm)/[workspace]/settings/members/withdraw-invitation.ts": { guards: ["teamAction"] },
  "app/(crm)/account/change-password.ts": { guards: ["accountAction"] },
  "app/(crm)/account/confirm-email-change.ts": { guards: ["accountAction"] },
  "app/(crm)/account/delete-account.ts": { guards: ["accountAction"] },
  "app/(crm)/account/disconnect-meta.ts": { guards: ["accountAction"] },
  "app/(crm)/account/end-other-sessions.ts": { guards: ["accountAction"] },
  "app/(crm)/account/end-session.ts": { guards: ["accountAction"] },
  "app/(crm)/account/keep-account.ts": { guards: ["accountAction"] },
  "app/(crm)/account/leave-workspace.ts": { guards: ["teamAction"] },
  "app/(crm)/account/preview-account-deletion.ts": { guards: ["accountAction"] },
  "app/(crm)/account/request-email-change.ts": { guards: ["accountAction"] },
  "app/(crm)/account/send-erasure-code.ts": { guards: ["accountAction"] },
  "app/(crm)/account/update-profile.ts": { guards: ["accountAction"] },
  "app/(operator)/operator/confirm-password.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/holds/place.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/holds/release.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/inbound/[mail]/settle-mail.ts": {
    guards: ["currentUser"],
    because: "Asks for an operator itself; the verb asks again.",
  },
  "app/(operator)/operator/requests/[code]/approve.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/ask.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/cancel.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/extend.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/hold.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/merge.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/open-asked.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/preview.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/refuse.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/retry.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/start.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/tell-again.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/[code]/verify-by-hand.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/requests/find.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/runs/pause.ts": { guards: ["operatorAction"] },
  "app/(operator)/operator/runs/resume.ts": { guards: ["operatorAction"] },
  "app/(public)/data-deletion/answer/answer-by-link.ts": {
    guards: [],
    because: "The token of the link in the operator's question is the right to answer it.",
  },
  "app/(public)/data-deletion/cancel/cancel-deletion.ts": {
    guards: [],
    because: "The link's token is the right to cancel.",
  },
  "app/(public)/data-deletion/receipt/check-receipt.ts": {
    guards: [],
    because: "Anybody may check a receipt; it reads nothing but the keys that are published.",
  },
  "app/(public)/data-deletion/request-deletion.ts": {
    guards: [],
    because: "Anybody may ask; nothing is erased before a link to their address is followed.",
  },
  "app/(public)/data-deletion/verify/send-new-link.ts": {
    guards: [],
    because: "An expired link's token is the right to have another sent to the same address.",
  },
  "app/(public)/data-deletion/verify/verify-deletion.ts": {
    guards: [],
    because: "The link's token is the proof.",
  },
  "app/invitation/join-as-newcomer.ts": {
    guards: [],
    because: "The invitation's token is the right to join.",
  },
  "app/invitation/join-with-account.ts": {
    guards: ["currentUser"],
    because:
      "The invitation's token is the right to join, for the account whose address it was sent to.",
  },
  "app/sign-in/post-sign-in.ts": {
    guards: [],
    because: "Signing in without a script: the password is what is asked for.",
  },
  "app/sign-in/post-sign-out.ts": {
    guards: [],
    because: "Signing out without a script: it ends the session of the browser that asks.",
  },
};

/** Every route. */
export const routeRules: Readonly<Record<string, Rule>> = {
  "app/(crm)/[workspace]/contacts/import/results/route.ts": { guards: ["currentUser"] },
  "app/(crm)/[workspace]/media/[attachment]/route.ts": { guards: ["currentUser"] },
  "app/(crm)/[workspace]/settings/backups/[export]/download/route.ts": { guards: ["currentUser"] },
  "app/(crm)/account/export/route.ts": { guards: ["currentUser"] },
  "app/(operator)/operator/requests/[code]/proofs/[id]/route.ts": { guards: ["currentUser"] },
  "app/(operator)/operator/requests/export/route.ts": { guards: ["currentUser"] },
  "app/api/auth/[...nextauth]/route.ts": {
    guards: [],
    because: "Signing in and out: next-auth's own.",
  },
  "app/api/data-deletion/[code]/receipt/route.ts": {
    guards: [],
    because: "The confirmation code is the right to see; a receipt names nobody.",
  },
  "app/api/data-deletion/[code]/route.ts": {
    guards: [],
    because: "The confirmation code is the right to see; the status names nobody.",
  },
  "app/api/health/route.ts": {
    guards: [],
    because: "Says whether the process reaches its database, to whoever asks.",
  },
  "app/api/health/live/route.ts": {
    guards: [],
    because: "Says that the process answers, to whoever asks.",
  },
  "app/api/meta/data-deletion/route.ts": { guards: ["receiveCallback"] },
  "app/api/meta/deauthorize/route.ts": { guards: ["receiveCallback"] },
  "app/api/operator/meta-ids/route.ts": { guards: ["currentUser"] },
  "app/api/receipt-keys/route.ts": { guards: [], because: "Public keys." },
  "app/api/webhooks/resend/route.ts": { guards: ["receiveWebhook"] },
  "app/api/webhooks/whatsapp/route.ts": {
    guards: [],
    because:
      "Meta's signature over the raw body is checked before anything is read; the handshake by the agreed token.",
  },
  "app/sign-in/ended/route.ts": { guards: ["currentUser"] },
};
