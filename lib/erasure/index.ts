/** The erasure domain's only door: its verbs, its refusals, and what the public may know. */
export { ActRefused } from "./act-refused";
export { advanceInTurn } from "./advance-in-turn";
export { advanceRun } from "./advance-run";
export { answerQuestion } from "./answer-question";
export { answerableUntil } from "./answerable-until";
export { approveRequest } from "./approve-request";
export { askRequester } from "./ask-requester";
export { assertMay } from "./assert-may";
export { callGroupId } from "./call-group-id";
export { cancelByLink } from "./cancel-by-link";
export { cancelRequest } from "./cancel-request";
export { confirmBackupsGone } from "./confirm-backups-gone";
export type {
  Actor,
  Channel,
  Db,
  ErasureContext,
  ErasureRules,
  Job,
  Jobs,
  NoticeRef,
  Proof,
  ReceiptSigner,
  Recipients,
  Tx,
  Vault,
} from "./context";
export { eraseForTask } from "./controllers/erase-for-task";
export { listControllerTasks, readControllerTask } from "./controllers/list-controller-tasks";
export { refuseTask } from "./controllers/refuse-task";
export { settleForwarded } from "./controllers/settle-forwarded";
export { deauthorizeMetaUser } from "./deauthorize-meta-user";
export { type CancellationDescription, describeCancellation } from "./describe-cancellation";
export { describeQuestion } from "./describe-question";
export { describeVerification, type VerificationDescription } from "./describe-verification";
export * from "./desk";
export { ErasureError, type ErasureErrorCode } from "./errors";
export { expireRequests } from "./expire-requests";
export { extendDeadline } from "./extend-deadline";
export { fenceOfContact } from "./fence-of-contact";
export { holdRequest } from "./hold-request";
export { isFenced } from "./is-fenced";
export { isStopped } from "./is-stopped";
export { keepAccount } from "./keep-account";
export {
  type ArrivalRefusal,
  awaitArrivals,
  isSuppressed,
  refuseArrival,
} from "./late-arrival";
export { listContactsErasures } from "./list-contacts-erasures";
export { mergeIntoCode } from "./merge-into-code";
export { openFormRequest } from "./open-form-request";
export { type ListedOutcome, openListedMetaRequests } from "./open-listed-meta-requests";
export { openMailRequest } from "./open-mail-request";
export { openMetaRequest, openMetaRequests } from "./open-meta-requests";
export type { MailMessage } from "./owe-mail";
export { pausePurges, resumePurges } from "./pause-purges";
export { placeHold } from "./place-hold";
export { previewContactsErasure } from "./preview-contacts-erasure";
export { previewErasure } from "./preview-erasure";
export { purgeApplicationName } from "./purge-application-name";
export { readContactsErasure } from "./read-contacts-erasure";
export { readReceipt } from "./read-receipt";
export { readRecipients } from "./read-recipients";
export { readRequestMails } from "./read-request-mails";
export { readRequestStatus } from "./read-request-status";
export { Receipt, receiptStatement } from "./receipt";
export { recoverRuns } from "./recover-runs";
export { refuseRequest } from "./refuse-request";
export { releaseHold } from "./release-hold";
export { remind } from "./reminders/remind";
export { resendVerification } from "./resend-verification";
export { endRetentions } from "./retentions/end-retentions";
export { retentionArrears } from "./retentions/retention-arrears";
export { retryRecipients } from "./retry-recipients";
export { retryRun } from "./retry-run";
export { reviewOf } from "./review-of";
export { type RunUnderWay, runsUnderWay } from "./runs-under-way";
export { scheduleAccountErasure } from "./schedule-account-erasure";
export { scheduleContactErasure } from "./schedule-contact-erasure";
export { type ContactsErasure, scheduleContactsErasure } from "./schedule-contacts-erasure";
export { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
export { RecipientChoices } from "./schemas";
export { openSealedRequest, SealedRequest, sealRequest } from "./sealed-request";
export { hasSqlState } from "./sql-state";
export { startNow } from "./start-now";
export type {
  CategoryProgress,
  ContactsErasureStatus,
  ContactsPreview,
  ErasurePreview,
  MailReport,
  RecipientOutcome,
  RefusalReason,
  RequestMail,
  RequestState,
  RequestStatus,
  RetainedCategory,
  Review,
  SubjectKind,
  TimelineEntry,
} from "./status";
export { steerPurges } from "./steer-purges";
export { accountSubject, contactSubject, planFor, workspaceSubject } from "./subjects";
export { liftSuppression, suppress } from "./suppress";
export { sweepTombstones } from "./sweep-tombstones";
export { tablesToVacuum } from "./tables-to-vacuum";
export { importTombstones } from "./tombstones/import-tombstones";
export { logHead } from "./tombstones/log-head";
export { type Replay, replayTombstone } from "./tombstones/replay-tombstone";
export { tombstonesToReplay } from "./tombstones/to-replay";
export { openTombstone, signatureOf } from "./tombstones/tombstone";
export { TombstoneError } from "./tombstones/tombstone-error";
export { tryLock } from "./try-lock";
export { verifyIdentity } from "./verify-identity";
export { type VerificationOutcome, verifyRequest } from "./verify-request";
