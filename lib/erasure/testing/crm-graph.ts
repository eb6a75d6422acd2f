/**
 * Who is on the platform, what each workspace holds and what refers to what.
 *
 * Numbers are positions in the lists they refer to, taken modulo their length, so that any number
 * will do; what has nothing to refer to is left out, and null refers to nothing.
 */
export type CrmGraph = {
  users: { hasMetaLogin: boolean; sessions: number; hasCode: boolean }[];
  workspaces: WorkspaceGraph[];
  holds: { workspace: number | null; user: number; placedBy: number | null }[];
  requests: number;
};

export type WorkspaceGraph = {
  hasKey: boolean;
  members: number[];
  channels: { kind: number; authorizedBy: number | null }[];
  /** Numbers of phones: the same in two workspaces is the same person. */
  contacts: { phone: number | null }[];
  tags: { on: number[] }[];
  attributes: { of: number[] }[];
  segments: number;
  consents: { contact: number }[];
  suppressed: number[];
  conversations: { contact: number; channel: number; assignedTo: number | null }[];
  messages: { conversation: number; author: number | null; statuses: number; media: number }[];
  templates: number;
  campaigns: {
    template: number;
    segment: number | null;
    createdBy: number | null;
    to: number[];
  }[];
  automations: { runs: (number | null)[] }[];
  orders: { contact: number; lines: number }[];
  cycles: { contact: number }[];
  ai: { contact: number | null }[];
  activity: { contact: number | null; actor: number | null; hasDetail: boolean }[];
  traces: { contact: number | null; phone: number | null }[];
  audit: { actor: number | null; target: number | null; contact: number | null }[];
  invoices: { billedTo: number | null }[];
  tokens: { createdBy: number | null }[];
  invitations: { by: number | null; to: number }[];
  integrations: number;
  erasedContacts: number;
};
