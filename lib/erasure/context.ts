import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "@/db/schema";
import type { Receipt } from "./receipt";
import type { RecipientChoices, Requester } from "./schemas";

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Who acts. Only a member and an operator are persons we can name, and only while they are here. */
export type Actor =
  | { type: "owner" | "admin" | "agent"; userId: string }
  | { type: "operator"; userId: string }
  | { type: "requester" }
  | { type: "meta" }
  | { type: "system" };

/** What a digest is of. The kind is part of what is hashed, so equal values of two kinds differ. */
export type DigestKind =
  | "email"
  | "phone"
  | "meta_user"
  | "workspace"
  | "account"
  | "contact"
  | "tombstone"
  | "code"
  | "export_link"
  | "call_group"
  /** Where a request comes from: whom a limit counts. */
  | "client";

/** The keyed operations the domain needs; the keys themselves stay outside. */
export type Vault = {
  /** A keyed digest, the same for the same value for as long as the key lives. */
  digest(kind: DigestKind, value: string): string;
  /** Encrypts for later reading; `context` (the row's id) is bound to the ciphertext. */
  seal(plaintext: string, context: string): Promise<string>;
  /** @throws when the ciphertext, the key or the context is not the one sealed with. */
  open(sealed: string, context: string): Promise<string>;
};

/** Makes what was asserted checkable; the keys themselves stay outside. */
export type ReceiptSigner = {
  /** This platform's own address, under which the keys to check with are published. */
  issuer: string;
  /** Signs with the key in use. @returns a compact JWS, and the name of its key. */
  sign(tx: Tx, receipt: Receipt): Promise<{ jws: string; keyId: string }>;
};

/** Other systems that received the data; who they are and how to ask them stays outside. */
export type Recipients = {
  /**
   * Writes down, in the transaction that starts a run, what is asked of whom and all that is needed
   * for it; the calls are made beside the purge, and tried until `giveUpAt`.
   */
  plan(
    tx: Tx,
    run: { runId: string; requestId: string; giveUpAt: Date },
    subject: { kind: string; keys: Readonly<Record<string, string | string[]>> },
    choices: RecipientChoices,
  ): Promise<void>;
};

/**
 * The object store, as far as an erasure needs it. Keys and prefixes are made of opaque ids.
 *
 * All of it is repeatable, and throws what the store would not do.
 */
export type Files = {
  /** Erases objects with all their versions; what is gone already counts as done. */
  erase(keys: readonly string[], signal: AbortSignal): Promise<void>;
  /**
   * Erases a page of what lies under a prefix: objects, versions, parts of unfinished uploads.
   *
   * @returns how many; 0 when the store says that nothing was there.
   */
  erasePage(prefix: string, signal: AbortSignal): Promise<number>;
  /**
   * How many of these prefixes, from the first on, the store has nothing under, as far as one look
   * tells; 0 where it has something under the first. They are in order, and end in a slash.
   */
  leadingEmpty(prefixes: readonly string[], signal: AbortSignal): Promise<number>;
  /** How much the store still has under a prefix; it may stop counting at a page. */
  countLeft(prefix: string, signal: AbortSignal): Promise<number>;
  /** Whether the store itself says that nothing of one object is left, in any version. */
  isGone(key: string, signal: AbortSignal): Promise<boolean>;
};

/** Work to do after the commit. Payloads carry row ids only, never personal data. */
export type Job =
  | { queue: "advance-run"; data: { requestId: string } }
  | { queue: "call-recipient"; data: { callId: string } }
  | { queue: "send-mail"; data: { mailId: string } }
  | { queue: "read-inbound"; data: { inboundMailId: string } }
  | { queue: "send-notice"; data: NoticeRef };

/** A mail that is about no request, by the row that owes it. */
export type NoticeRef =
  | { kind: "account_code"; id: string }
  | { kind: "due"; id: string }
  | { kind: "invitation"; id: string; workspaceId: string }
  | { kind: "export"; id: string; workspaceId: string };

export type Jobs = {
  /** Enqueues inside the caller's transaction: rows and their jobs commit together. */
  enqueue(tx: Tx, ...jobs: readonly Job[]): Promise<void>;
};

/** The ways to ask that a policy profile offers or leaves closed. */
export type Channel =
  | "workspace_settings"
  | "account_settings"
  | "crm"
  | "form"
  | "email"
  | "meta_callback";

/** What somebody has to show, beyond the control of their address, before anything is deleted. */
export type Proof = "address" | "address_and_review" | "authorisation";

/** The part of the policy profile that steers the domain. Days are calendar days. */
export type ErasureRules = {
  profile: string;
  version: string;
  /** In which mails are written: of the language asked in where it is among them, else the first. */
  languages: readonly string[];
  /** A way that is not among them is closed; Meta's callbacks are answered in any case. */
  channels: readonly Channel[];
  acknowledgeWithinHours: number;
  completeWithinDays: number;
  dueFrom: "receipt" | "verification";
  /** By how much a deadline may be extended, once; 0 where it may not. */
  extensionDays: number;
  /** Months from receipt in which a law has an extension told; null where none does. */
  extensionToldWithinMonths: number | null;
  graceDays: number;
  /** Whether people may start an erasure before its grace period is over. */
  graceMayBeCutShort: boolean;
  verificationValidMinutes: number;
  /** Days after which a request that nobody verified is let go. */
  unverifiedDays: number;
  metaRevocation: "opens_deletion" | "disconnects";
  endCustomers: "ask_the_business" | "forwarded" | "answered";
  proof: Readonly<Record<Requester, Proof>>;
  /** Whether a requester may be asked for more than that. */
  mayAskForMore: boolean;
  /** Whether a workspace's erasure takes the accounts of members who have no other workspace. */
  erasesMembersWithoutWorkspace: boolean;
  /** How long each retention of the map lasts, by its key. */
  retentionMonths: Readonly<Record<string, number>>;
  /** The article on which each retention rests, by its key. */
  retentionBases: Readonly<Record<string, string>>;
  /** Days until encrypted backups have been overwritten; null where none are kept. */
  backupRollOffDays: number | null;
  /** Days from the purge to the last mail: 0, unless it waits until the backups have rolled off. */
  confirmAfterDays: number;
};

/** Everything a verb needs, handed in: no clock, no environment, no global connection. */
export type ErasureContext = {
  db: Db;
  actor: Actor;
  now: () => Date;
  jobs: Jobs;
  vault: Vault;
  files: Files;
  receipts: ReceiptSigner;
  recipients: Recipients;
  rules: ErasureRules;
  newConfirmationCode: () => string;
  /** A fresh mail secret and the digest to store of it. */
  newToken: () => { token: string; digest: string };
  digestToken: (token: string) => string;
};
