import type { Subject } from "../engine";
import {
  changed,
  type Fate,
  type Meaning,
  type Outcome,
  outcomeOf,
  purgedAt,
} from "../engine/testing/outcome";
import type { AllRows } from "../engine/testing/read-rows";

type Row = AllRows[string][number];
type IsOwn = (row: Row) => boolean;

/**
 * The erasure map's meaning, written out a second time in plain code and without the engine, so that
 * the two can be held against each other.
 */
export function crmOutcome(rows: AllRows, subject: Subject): Outcome {
  switch (subject.kind) {
    case "workspace":
      return outcomeOf(rows, closeWorkspace(rows, subject));
    case "contact":
      return outcomeOf(rows, forgetContact(rows, subject));
    case "account":
      return outcomeOf(rows, forgetAccount(rows, subject));
    case "meta_user":
      return outcomeOf(rows, unlinkMeta(subject));
    default:
      throw new Error(`Nobody is a ${subject.kind}.`);
  }
}

function closeWorkspace(rows: AllRows, { keys }: Subject): Meaning {
  const isOwn: IsOwn = (row) => row.workspace_id === keys.workspaceId;
  const owned = Object.keys(rows).filter((table) => !global.includes(table));
  return {
    fates: {
      ...Object.fromEntries(owned.map((table) => [table, goes(isOwn)])),
      workspaces: goes((row) => row.id === keys.workspaceId),
      audit_log: becomes(isOwn, {
        actor_user_id: null,
        ip_address: null,
        target_user_id: null,
        target_contact_id: null,
        detail: null,
      }),
      invoices: becomes(isOwn, withoutRecipient),
    },
    counts: {
      "retain audit_log": select(rows, "audit_log", isOwn),
      "retain invoices": select(rows, "invoices", isOwn),
    },
  };
}

function forgetContact(rows: AllRows, { keys }: Subject): Meaning {
  const isHere: IsOwn = (row) => row.workspace_id === keys.workspaceId;
  const isOwn: IsOwn = (row) => isHere(row) && row.contact_id === keys.contactId;
  const isTarget: IsOwn = (row) => isHere(row) && row.target_contact_id === keys.contactId;
  const digests = [keys.addressDigests].flat();
  const isSender: IsOwn = (row) => isHere(row) && digests.some((one) => one === row.address_digest);
  const isOf =
    (column: string, parents: Set<unknown>): IsOwn =>
    (row) =>
      isHere(row) && parents.has(row[column]);
  const conversations = idsOf(rows, "conversations", isOwn);
  const isMessage = isOf("conversation_id", conversations);
  const messages = idsOf(rows, "messages", isMessage);
  const owned = [
    ...["contact_tags", "contact_attribute_values", "consent_records", "conversations"],
    ...["campaign_recipients", "automation_runs", "orders", "reorder_cycles", "ai_logs"],
    ...["ai_cache_entries", "ai_provider_files", "activity_logs"],
  ];
  return {
    fates: {
      ...Object.fromEntries(owned.map((table) => [table, goes(isOwn)])),
      contacts: goes((row) => isHere(row) && row.id === keys.contactId),
      messages: goes(isMessage),
      message_status_events: goes(isOf("message_id", messages)),
      media_attachments: goes(isOf("message_id", messages)),
      order_lines: goes(isOf("order_id", idsOf(rows, "orders", isOwn))),
      debug_traces: goes((row) => isOwn(row) || isSender(row)),
      audit_log: becomes(isTarget, { target_contact_id: null, detail: null }),
    },
    counts: { "retain audit_log": select(rows, "audit_log", isTarget) },
  };
}

function forgetAccount(rows: AllRows, { keys }: Subject): Meaning {
  const group: readonly unknown[] = [keys.userId].flat();
  const named =
    (column: string): IsOwn =>
    (row) =>
      group.includes(row[column]);
  const digests: readonly unknown[] = [keys.addressDigests].flat();
  const isAddressee: IsOwn = (row) => digests.includes(row.address_digest);
  const without = (column: string): Fate => becomes(named(column), { [column]: null });
  const isAudited: IsOwn = (row) => named("actor_user_id")(row) || named("target_user_id")(row);
  return {
    fates: {
      users: goes(named("id")),
      meta_identities: goes(named("user_id")),
      sessions: goes(named("user_id")),
      account_codes: goes(named("user_id")),
      invitations: goes((row) => named("invited_by_user_id")(row) || isAddressee(row)),
      memberships: goes(named("user_id")),
      api_tokens: goes(named("created_by_user_id")),
      conversations: without("assigned_user_id"),
      messages: without("author_user_id"),
      campaigns: without("created_by_user_id"),
      channel_connections: without("authorized_by_user_id"),
      legal_holds: without("placed_by_user_id"),
      invoices: becomes(named("billed_to_user_id"), withoutRecipient),
      activity_logs: becomes(named("actor_user_id"), {
        actor_user_id: null,
        detail: null,
        ip_address: null,
      }),
      // Who did it goes with where they were; whom it was done to goes without.
      audit_log: (row) =>
        isAudited(row)
          ? changed(row, {
              ...(named("actor_user_id")(row) ? { actor_user_id: null, ip_address: null } : {}),
              ...(named("target_user_id")(row) ? { target_user_id: null } : {}),
              detail: null,
            })
          : row,
    },
    counts: { "retain audit_log": select(rows, "audit_log", isAudited) },
  };
}

function unlinkMeta({ keys }: Subject): Meaning {
  const isMetas: IsOwn = (row) =>
    row.authorized_by_user_id === keys.userId && row.kind !== "telegram";
  const unlinked = {
    display_name: "Disconnected",
    waba_id: null,
    phone_number_id: null,
    phone_number: null,
    external_account_id: null,
    access_token: null,
    state: "disconnected",
    authorized_by_user_id: null,
  };
  return {
    fates: {
      meta_identities: goes((row) => row.user_id === keys.userId),
      channel_connections: becomes(isMetas, { ...unlinked, disconnected_at: purgedAt }),
    },
    counts: {},
  };
}

/** Tables that belong to no workspace, or outlive it. */
const global: readonly string[] = [
  ...["users", "meta_identities", "sessions", "account_codes", "rate_limits"],
  ...["workspaces", "audit_log", "invoices", "erasure_cancellation_tokens"],
  ...["erasure_requests", "erasure_transitions", "verification_tokens", "erasure_mails"],
  ...["erasure_runs", "erasure_steps", "legal_holds", "purge_controls", "tombstones"],
];

const withoutRecipient = {
  billed_to_user_id: null,
  billed_to_name: null,
  billed_to_email: null,
  billed_to_address: null,
};

function goes(isOwn: IsOwn): Fate {
  return (row) => (isOwn(row) ? null : row);
}

function becomes(isOwn: IsOwn, to: Row): Fate {
  return (row) => (isOwn(row) ? changed(row, to) : row);
}

function select(rows: AllRows, table: string, isWanted: IsOwn): number {
  return (rows[table] ?? []).filter(isWanted).length;
}

function idsOf(rows: AllRows, table: string, isWanted: IsOwn): Set<unknown> {
  return new Set((rows[table] ?? []).filter(isWanted).map(({ id }) => id));
}
