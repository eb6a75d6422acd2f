import type { RequestState, RequestStatus } from "@/lib/erasure/status";

/** A status for tests, in the given state. */
export function statusIn(state: RequestState, changes: Partial<RequestStatus> = {}): RequestStatus {
  return {
    confirmationCode: "A1b2C3d4E5f6G7h8I9j0",
    state,
    subjectKind: "workspace",
    refusalReason: null,
    receivedAt: new Date("2026-11-22T10:00:00Z"),
    acknowledgeBy: new Date("2026-11-23T10:00:00Z"),
    dueAt: new Date("2026-12-22T10:00:00Z"),
    verifiedAt: null,
    extension: null,
    purgeAfter: null,
    closedAt: null,
    backupsGoneBy: null,
    backupsGoneAt: null,
    policyVersion: "2026-11-22",
    timeline: [{ state: "unverified", at: new Date("2026-11-22T10:00:00Z") }],
    progress: [],
    files: null,
    retained: [],
    recipients: [],
    ...changes,
  };
}
