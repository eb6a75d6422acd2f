import { sql } from "drizzle-orm";
import type { OperatorAct, TeamAct } from "@/lib/authorization/acts";
import * as erasure from "@/lib/erasure";
import { endExport } from "@/lib/exports/end-export";
import { exportThenErase } from "@/lib/exports/export-then-erase";
import { startExport } from "@/lib/exports/start-export";
import type { FilesContext } from "@/lib/files";
import { listInbound, openInbound, settleInbound } from "@/lib/inbound";
import { changeRole } from "@/lib/team/change-role";
import { inviteMember } from "@/lib/team/invite-member";
import { leaveWorkspace } from "@/lib/team/leave-workspace";
import { removeMember } from "@/lib/team/remove-member";
import type { TeamContext } from "@/lib/team/team-context";
import { withdrawInvitation } from "@/lib/team/withdraw-invitation";
import type { theirIdsOf } from "./their-ids";

export type Context = erasure.ErasureContext & TeamContext & FilesContext;
export type Verb = (ctx: Context) => Promise<unknown>;

/** What a workspace has, with an agent's membership; and a request and a mail of nobody's workspace. */
export type World = {
  ids: Awaited<ReturnType<typeof theirIdsOf>>;
  agentMemberId: string;
  accountId: string;
  requestId: string;
  inboundMailId: string;
};

const terms = { basis: "GDPR 17(3)(e)", reference: "Case 8", expiresAt: null };

/** What does an act on what is the platform's, for each of them; the desk itself is entered by pages. */
export const operatorVerbs = ({ ids, accountId, requestId, inboundMailId }: World) =>
  ({
    read_requests: [
      (ctx) => erasure.listQueue(ctx, erasure.QueueFilter.parse({})),
      (ctx) => erasure.exportQueue(ctx, erasure.QueueFilter.parse({})).next(),
      (ctx) => erasure.countQueue(ctx),
      (ctx) => erasure.readCase(ctx, ids.code),
      (ctx) => erasure.readOverview(ctx),
      (ctx) => erasure.findByIdentifier(ctx, "asking@customer.test"),
      (ctx) => erasure.readRequestMails(ctx, { requestId }),
      (ctx) => erasure.listProofs(ctx, requestId),
    ],
    open_request: [
      (ctx) => erasure.openDetails(ctx, { requestId }),
      (ctx) => erasure.recordProofOpened(ctx, requestId),
    ],
    preview_request: [(ctx) => erasure.previewCase(ctx, { requestId, candidate: null })],
    verify_identity: [(ctx) => erasure.verifyIdentity(ctx, { requestId })],
    approve_request: [(ctx) => erasure.approveRequest(ctx, { requestId, subjectId: null })],
    ask_requester: [
      (ctx) => erasure.askRequester(ctx, { requestId: ids.requestId, text: "Which?" }),
    ],
    extend_deadline: [
      (ctx) =>
        erasure.extendDeadline(ctx, { requestId: ids.requestId, reason: "complexity", days: 7 }),
    ],
    refuse_request: [(ctx) => erasure.refuseRequest(ctx, { requestId, reason: "legal_claims" })],
    cancel_request: [(ctx) => erasure.cancelRequest(ctx, { requestId })],
    merge_requests: [
      (ctx) => erasure.mergeIntoCode(ctx, { duplicateId: requestId, into: ids.code }),
    ],
    start_early: [(ctx) => erasure.startNow(ctx, { requestId: ids.requestId })],
    retry_request: [(ctx) => erasure.retryRun(ctx, { requestId })],
    tell_recipients_again: [(ctx) => erasure.retryRecipients(ctx, requestId)],
    open_listed_requests: [(ctx) => erasure.openListedMetaRequests(ctx, ["1000200030004"])],
    read_holds: [(ctx) => erasure.listHolds(ctx, "standing")],
    place_hold: [
      (ctx) => erasure.placeHold(ctx, { subjectKind: "account", subjectId: accountId, ...terms }),
      (ctx) => erasure.holdRequest(ctx, { requestId: ids.requestId, category: null, ...terms }),
      (ctx) =>
        erasure.findHoldTarget(ctx, {
          subjectKind: "workspace",
          workspace: ids.workspace,
          person: "",
        }),
    ],
    release_hold: [(ctx) => erasure.releaseHold(ctx, { holdId: ids.holdId })],
    read_runs: [(ctx) => erasure.readRuns(ctx)],
    steer_purges: [(ctx) => erasure.steerPurges(ctx, { isPaused: true })],
    pause_purges: [(ctx) => erasure.pausePurges(ctx), (ctx) => erasure.resumePurges(ctx)],
    read_inbound_mail: [
      (ctx) => listInbound(ctx, { filter: "waiting" }),
      (ctx) => openInbound(ctx, { inboundMailId }),
    ],
    settle_inbound_mail: [(ctx) => settleInbound(ctx, { inboundMailId, outcome: "answered" })],
  }) satisfies Record<Exclude<OperatorAct, "enter_desk">, Verb[]>;

/** Those that an action, a route or a page asks for, before it reads or writes. */
type AskedOutside =
  | "read_workspace"
  | "preview_workspace_erasure"
  | "let_agents_erase"
  | "import_contacts"
  | "read_exports"
  | "read_invitations";

/** The same for what belongs to a workspace. */
export const teamVerbs = ({ ids, agentMemberId }: World) => {
  const { workspaceId, confirmSlug, contactId, exportId, invitationId, taskId } = ids;
  const memberId = agentMemberId;
  const email = "friend@example.test";
  return {
    erase_workspace: [
      (ctx) => erasure.scheduleWorkspaceErasure(ctx, { workspaceId, confirmSlug }),
      (ctx) =>
        exportThenErase(ctx, {
          ...{ workspaceId, confirmSlug, includesMedia: false },
          choices: { deregisterNumber: false, deleteTemplates: false },
        }),
    ],
    erase_contact: [
      (ctx) => erasure.scheduleContactErasure(ctx, { workspaceId, contactId }),
      (ctx) =>
        erasure.scheduleContactsErasure(ctx, {
          workspaceId,
          chosen: sql`true`,
          expected: 2,
        }),
    ],
    answer_customer: [
      (ctx) => erasure.refuseTask(ctx, { workspaceId, taskId, reason: "no_matching_data" }),
      (ctx) => erasure.eraseForTask(ctx, { workspaceId, taskId, isTheCustomer: true }),
    ],
    start_export: [(ctx) => startExport(ctx, { workspaceId, includesMedia: false })],
    end_export: [(ctx) => endExport(ctx, { workspaceId, exportId })],
    invite_member: [(ctx) => inviteMember(ctx, { workspaceId, email, role: "agent" })],
    withdraw_invitation: [(ctx) => withdrawInvitation(ctx, { workspaceId, invitationId })],
    change_member_role: [(ctx) => changeRole(ctx, { workspaceId, memberId, role: "admin" })],
    remove_member: [(ctx) => removeMember(ctx, { workspaceId, memberId })],
    change_owners: [
      (ctx) => changeRole(ctx, { workspaceId, memberId, role: "owner" }),
      (ctx) => inviteMember(ctx, { workspaceId, email, role: "owner" }),
    ],
    leave_workspace: [(ctx) => leaveWorkspace(ctx, { workspaceId })],
  } satisfies Record<Exclude<TeamAct, AskedOutside>, Verb[]>;
};
