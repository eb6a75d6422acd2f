import { activityLogs, auditLog, debugTraces } from "@/db/schema";
import type { Contact, Member, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

const activities = ["contact.viewed", "contact.note_added", "conversation.assigned"] as const;
const audited = ["contacts.exported", "member.signed_in", "settings.changed"] as const;

/** The first entries of the security record: how the workspace came to be. */
export function addOpeningAudit(scene: Scene): void {
  audit(scene, "workspace.created", scene.owner, scene.openedAt, { slug: scene.slug });
  for (const member of scene.members) {
    const at = after(scene.openedAt, DAY);
    audit(
      scene,
      "member.added",
      scene.owner,
      at,
      { role: member.role },
      { targetUserId: member.id },
    );
  }
  audit(scene, "channels.checked", null, after(scene.openedAt, 2 * DAY), null);
}

export function addAudit(scene: Scene, at: Date): void {
  const { random } = scene;
  const member = random.pick(scene.members);
  audit(scene, random.pick(audited), member, at, { via: "settings" });
}

/** A colleague asked to see more of a contact than the list shows. */
export function addContactAudit(scene: Scene, contact: Contact, actor: Member, at: Date): void {
  const target = { targetContactId: contact.id };
  audit(scene, "contact.exported", actor, at, { name: contact.person.name }, target);
}

/** What a colleague did with a contact, from which address. */
export function addActivity(scene: Scene, contact: Contact, actor: Member | null, at: Date): void {
  const { rows, random, workspaceId } = scene;
  const isAboutContact = random.chance(0.9);
  rows.add(activityLogs, {
    workspaceId,
    id: seededId(random, at),
    actorUserId: actor?.id ?? null,
    contactId: isAboutContact ? contact.id : null,
    action: isAboutContact ? random.pick(activities) : "inbox.opened",
    detail: isAboutContact ? { contact: contact.person.name, by: actor?.name ?? "rule" } : null,
    ipAddress: actor === null ? null : documentationAddress(scene),
    occurredAt: at,
  });
}

/** A webhook as it came in, with the person in it. */
export function addDebugTrace(scene: Scene, contact: Contact, words: string, at: Date): void {
  const { rows, random, workspaceId } = scene;
  const { kind, accountId } = random.pick(scene.connections);
  const isMatched = random.chance(0.85);
  rows.add(debugTraces, {
    workspaceId,
    id: seededId(random, at),
    contactId: isMatched ? contact.id : null,
    addressDigest: contact.phone === null ? null : scene.keys.digest("phone", contact.phone),
    source: `${kind}.webhook`,
    payload: {
      entry: [{ id: accountId, time: at.getTime() }],
      contacts: [{ wa_id: contact.phone?.slice(1), profile: { name: contact.person.name } }],
      messages: [{ text: { body: words } }],
      matched: isMatched,
    },
    occurredAt: at,
  });
}

function audit(
  scene: Scene,
  action: string,
  actor: Member | null,
  occurredAt: Date,
  detail: object | null,
  target: Partial<Pick<typeof auditLog.$inferSelect, "targetUserId" | "targetContactId">> = {},
): void {
  scene.rows.add(auditLog, {
    workspaceId: scene.workspaceId,
    id: seededId(scene.random, occurredAt),
    occurredAt,
    action,
    actorKind: actor?.role ?? "system",
    actorUserId: actor?.id ?? null,
    ipAddress: actor === null ? null : documentationAddress(scene),
    targetUserId: null,
    targetContactId: null,
    ...target,
    detail,
  });
}

/** An address of the ranges kept for documentation (RFC 5737, RFC 3849). */
function documentationAddress({ random }: Scene): string {
  const isVersion6 = random.chance(0.3);
  return isVersion6
    ? `2001:db8:${random.hex(4)}::${random.hex(4)}`
    : `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${random.int(1, 254)}`;
}
