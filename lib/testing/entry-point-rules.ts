import type { Act } from "@/lib/authorization/acts";
import type { Guard } from "./entry-points";

/**
 * Who may call: the acts of the table that it does, or why it does none; what asks who is calling, and why
 * that is enough where it is not the whole of the file.
 */
export type Rule = { guards: readonly Guard[] } & (
  | { does: Act | readonly [Act, ...Act[]]; because?: string }
  | { does?: never; because: string }
);

/** The acts that an entry point does; whoever calls it may do the first at least. */
export function actsOf({ does }: Rule): readonly Act[] {
  return does === undefined ? [] : [does].flat();
}

/** Every server action. */
export const actionRules: Readonly<Record<string, Rule>> = {
  "app/(crm)/[workspace]/contacts/count-matching.ts": {
    does: "read_workspace",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/contacts/delete-contacts.ts": {
    does: "erase_contact",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/contacts/find-contacts.ts": {
    does: "read_workspace",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/contacts/follow-deletion.ts": {
    does: "read_workspace",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/contacts/preview-contacts-deletion.ts": {
    does: "read_workspace",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/privacy-requests/[task]/erase-customer.ts": {
    does: "answer_customer",
    guards: ["workspaceAction"],
    because: "A form for those without scripts: it hands its fields to the guarded action.",
  },
  "app/(crm)/[workspace]/privacy-requests/[task]/refuse-customer.ts": {
    does: "answer_customer",
    guards: ["workspaceAction"],
    because: "A form for those without scripts: it hands its fields to the guarded action.",
  },
  "app/(crm)/[workspace]/settings/backups/end-export.ts": {
    does: "end_export",
    guards: ["teamAction"],
  },
  "app/(crm)/[workspace]/settings/backups/start-export.ts": {
    does: "start_export",
    guards: ["teamAction"],
  },
  "app/(crm)/[workspace]/settings/general/delete-workspace.ts": {
    does: "erase_workspace",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/settings/general/export-then-delete.ts": {
    does: ["erase_workspace", "start_export"],
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/settings/general/let-agents-delete.ts": {
    does: "let_agents_erase",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/settings/general/preview-deletion.ts": {
    does: "preview_workspace_erasure",
    guards: ["workspaceAction"],
  },
  "app/(crm)/[workspace]/settings/members/change-role.ts": {
    does: ["change_member_role", "change_owners"],
    guards: ["teamAction"],
  },
  "app/(crm)/[workspace]/settings/members/invite-member.ts": {
    does: ["invite_member", "change_owners"],
    guards: ["teamAction"],
  },
  "app/(crm)/[workspace]/settings/members/remove-member.ts": {
    does: ["remove_member", "change_owners"],
    guards: ["teamAction"],
  },
  "app/(crm)/[workspace]/settings/members/withdraw-invitation.ts": {
    does: ["withdraw_invitation", "change_owners"],
    guards: ["teamAction"],
  },
  "app/(crm)/account/change-password.ts": { does: "change_password", guards: ["accountAction"] },
  "app/(crm)/account/confirm-email-change.ts": { does: "change_email", guards: ["accountAction"] },
  "app/(crm)/account/delete-account.ts": { does: "erase_account", guards: ["accountAction"] },
  "app/(crm)/account/disconnect-meta.ts": { does: "disconnect_meta", guards: ["accountAction"] },
  "app/(crm)/account/end-other-sessions.ts": { does: "end_session", guards: ["accountAction"] },
  "app/(crm)/account/end-session.ts": { does: "end_session", guards: ["accountAction"] },
  "app/(crm)/account/keep-account.ts": { does: "keep_account", guards: ["accountAction"] },
  "app/(crm)/account/leave-workspace.ts": { does: "leave_workspace", guards: ["teamAction"] },
  "app/(crm)/account/preview-account-deletion.ts": {
    does: "erase_account",
    guards: ["accountAction"],
  },
  "app/(crm)/account/request-email-change.ts": { does: "change_email", guards: ["accountAction"] },
  "app/(crm)/account/send-erasure-code.ts": { does: "erase_account", guards: ["accountAction"] },
  "app/(crm)/account/update-profile.ts": { does: "update_profile", guards: ["accountAction"] },
  "app/(operator)/operator/confirm-password.ts": { does: "enter_desk", guards: ["operatorAction"] },
  "app/(operator)/operator/holds/place.ts": { does: "place_hold", guards: ["operatorAction"] },
  "app/(operator)/operator/holds/release.ts": { does: "release_hold", guards: ["operatorAction"] },
  "app/(operator)/operator/inbound/[mail]/settle-mail.ts": {
    does: "settle_inbound_mail",
    guards: ["currentUser"],
    because: "Asks for an operator itself; the verb asks again.",
  },
  "app/(operator)/operator/requests/[code]/approve.ts": {
    does: "approve_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/ask.ts": {
    does: "ask_requester",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/cancel.ts": {
    does: "cancel_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/extend.ts": {
    does: "extend_deadline",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/hold.ts": {
    does: "place_hold",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/merge.ts": {
    does: "merge_requests",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/open-asked.ts": {
    does: "open_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/preview.ts": {
    does: "preview_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/refuse.ts": {
    does: "refuse_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/retry.ts": {
    does: "retry_request",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/start.ts": {
    does: "start_early",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/tell-again.ts": {
    does: "tell_recipients_again",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/[code]/verify-by-hand.ts": {
    does: "verify_identity",
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/requests/find.ts": { does: "read_requests", guards: ["operatorAction"] },
  "app/(operator)/operator/runs/pause.ts": {
    does: ["steer_purges", "pause_purges"],
    guards: ["operatorAction"],
  },
  "app/(operator)/operator/runs/resume.ts": {
    does: ["steer_purges", "pause_purges"],
    guards: ["operatorAction"],
  },
  "app/(public)/data-deletion/answer/answer-by-link.ts": {
    does: "answer_by_link",
    guards: [],
    because: "The token of the link in the operator's question is the right to answer it.",
  },
  "app/(public)/data-deletion/cancel/cancel-deletion.ts": {
    does: "cancel_by_link",
    guards: [],
    because: "The link's token is the right to cancel.",
  },
  "app/(public)/data-deletion/receipt/check-receipt.ts": {
    does: "check_receipt",
    guards: [],
    because: "Anybody may check a receipt; it reads nothing but the keys that are published.",
  },
  "app/(public)/data-deletion/request-deletion.ts": {
    does: "ask_for_deletion",
    guards: [],
    because: "Anybody may ask; nothing is erased before a link to their address is followed.",
  },
  "app/(public)/data-deletion/verify/send-new-link.ts": {
    does: "renew_link",
    guards: [],
    because: "An expired link's token is the right to have another sent to the same address.",
  },
  "app/(public)/data-deletion/verify/verify-deletion.ts": {
    does: "verify_by_link",
    guards: [],
    because: "The link's token is the proof.",
  },
  "app/invitation/join-as-newcomer.ts": {
    does: "join_as_newcomer",
    guards: [],
    because: "The invitation's token is the right to join.",
  },
  "app/invitation/join-with-account.ts": {
    does: "join_with_account",
    guards: ["currentUser"],
    because:
      "The invitation's token is the right to join, for the account whose address it was sent to.",
  },
  "app/sign-in/post-sign-in.ts": {
    does: "sign_in_and_out",
    guards: [],
    because: "Signing in without a script: the password is what is asked for.",
  },
  "app/sign-in/post-sign-out.ts": {
    does: "sign_in_and_out",
    guards: [],
    because: "Signing out without a script: it ends the session of the browser that asks.",
  },
};

/** Every route. */
export const routeRules: Readonly<Record<string, Rule>> = {
  "app/(crm)/[workspace]/contacts/import/results/route.ts": {
    does: "import_contacts",
    guards: ["currentUser"],
  },
  "app/(crm)/[workspace]/media/[attachment]/route.ts": {
    does: "read_workspace",
    guards: ["currentUser"],
  },
  "app/(crm)/[workspace]/settings/backups/[export]/download/route.ts": {
    does: "read_exports",
    guards: ["currentUser"],
  },
  "app/(crm)/account/export/route.ts": {
    does: "export_account",
    guards: ["currentUser"],
    because: "Whose account it is comes from the session.",
  },
  "app/(operator)/operator/requests/[code]/proofs/[id]/route.ts": {
    does: ["open_request", "read_requests"],
    guards: ["currentUser"],
  },
  "app/(operator)/operator/requests/export/route.ts": {
    does: "read_requests",
    guards: ["currentUser"],
  },
  "app/api/auth/[...nextauth]/route.ts": {
    does: "sign_in_and_out",
    guards: [],
    because: "Signing in and out: next-auth's own.",
  },
  "app/api/data-deletion/[code]/receipt/route.ts": {
    does: "read_receipt",
    guards: [],
    because: "The confirmation code is the right to see; a receipt names nobody.",
  },
  "app/api/data-deletion/[code]/route.ts": {
    does: "read_status",
    guards: [],
    because: "The confirmation code is the right to see; the status names nobody.",
  },
  "app/api/health/route.ts": {
    does: "read_health",
    guards: [],
    because: "Says whether the process reaches its database, to whoever asks.",
  },
  "app/api/health/live/route.ts": {
    does: "read_health",
    guards: [],
    because: "Says that the process answers, to whoever asks.",
  },
  "app/api/meta/data-deletion/route.ts": {
    does: "ask_for_metas_user",
    guards: ["receiveCallback"],
  },
  "app/api/meta/deauthorize/route.ts": {
    does: "deauthorise_metas_user",
    guards: ["receiveCallback"],
  },
  "app/api/operator/meta-ids/route.ts": { does: "open_listed_requests", guards: ["currentUser"] },
  "app/api/receipt-keys/route.ts": {
    does: "read_receipt_keys",
    guards: [],
    because: "Public keys.",
  },
  "app/api/webhooks/resend/route.ts": { does: "deliver_mail", guards: ["receiveWebhook"] },
  "app/api/webhooks/whatsapp/route.ts": {
    does: "deliver_messages",
    guards: [],
    because:
      "Meta's signature over the raw body is checked before anything is read; the handshake by the agreed token.",
  },
  "app/sign-in/ended/route.ts": {
    does: "sign_in_and_out",
    guards: ["currentUser"],
    because: "It clears the cookie of a session that is over, and nobody else's.",
  },
};
