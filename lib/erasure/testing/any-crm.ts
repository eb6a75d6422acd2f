import fc from "fast-check";
import type { Subject } from "../engine";
import { accountSubject, contactSubject, metaUserSubject, workspaceSubject } from "../subjects";
import type { CrmGraph, WorkspaceGraph } from "./crm-graph";
import { addressDigest, idOf, phoneDigest } from "./crm-ids";

const one = fc.nat(5);
const oneOrNone = fc.option(one, { nil: null });
const few = fc.nat(2);

function some<T>(item: fc.Arbitrary<T>, maxLength = 4): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength, size: "max" });
}

const anyWorkspace: fc.Arbitrary<WorkspaceGraph> = fc.record({
  hasKey: fc.boolean(),
  members: some(one),
  channels: some(fc.record({ kind: one, authorizedBy: oneOrNone }), 3),
  contacts: some(fc.record({ phone: oneOrNone })),
  tags: some(fc.record({ on: some(one, 3) }), 2),
  attributes: some(fc.record({ of: some(one, 3) }), 2),
  segments: few,
  consents: some(fc.record({ contact: one })),
  suppressed: some(one, 2),
  conversations: some(fc.record({ contact: one, channel: one, assignedTo: oneOrNone })),
  messages: some(fc.record({ conversation: one, author: oneOrNone, statuses: few, media: few }), 8),
  templates: few,
  campaigns: some(
    fc.record({ template: one, segment: oneOrNone, createdBy: oneOrNone, to: some(one, 3) }),
    2,
  ),
  automations: some(fc.record({ runs: some(oneOrNone, 3) }), 2),
  orders: some(fc.record({ contact: one, lines: few })),
  cycles: some(fc.record({ contact: one }), 2),
  ai: some(fc.record({ contact: oneOrNone }), 3),
  activity: some(fc.record({ contact: oneOrNone, actor: oneOrNone, hasDetail: fc.boolean() })),
  traces: some(fc.record({ contact: oneOrNone, phone: oneOrNone })),
  audit: some(fc.record({ actor: oneOrNone, target: oneOrNone, contact: oneOrNone }), 6),
  invoices: some(fc.record({ billedTo: oneOrNone }), 3),
  tokens: some(fc.record({ createdBy: oneOrNone }), 3),
  invitations: some(fc.record({ by: oneOrNone, to: one }), 3),
  integrations: few,
  erasedContacts: few,
});

/** Workspaces that share people, hold the same phones, and number all they have alike. */
export const anyCrm: fc.Arbitrary<CrmGraph> = fc.record({
  users: some(fc.record({ hasMetaLogin: fc.boolean(), sessions: few, hasCode: fc.boolean() })),
  workspaces: fc.array(anyWorkspace, { minLength: 1, maxLength: 3, size: "max" }),
  holds: some(fc.record({ workspace: oneOrNone, user: one, placedBy: oneOrNone }), 2),
  requests: few,
});

/** One of each kind, or a group of accounts; some that do not exist among them. */
export const anyCrmSubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.nat(2).map((at) => workspaceSubject(idOf("workspace", at))),
  fc
    .record({ workspace: fc.nat(2), contact: fc.nat(4), phone: oneOrNone })
    .map(({ workspace, contact, phone }) =>
      contactSubject(
        { workspaceId: idOf("workspace", workspace), contactId: idOf("contact", contact) },
        phone === null ? [] : [phoneDigest(phone)],
      ),
    ),
  fc.nat(4).map((at) => accountSubject(idOf("user", at), [addressDigest(at)])),
  fc.uniqueArray(fc.nat(4), { maxLength: 3, size: "max" }).map((group) =>
    accountSubject(
      group.map((at) => idOf("user", at)),
      group.map(addressDigest),
    ),
  ),
  fc.nat(4).map((at) => metaUserSubject(idOf("user", at))),
);
