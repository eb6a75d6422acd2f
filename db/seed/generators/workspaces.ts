import { memberships, workspaceKeys, workspaces } from "@/db/schema";
import { businessAt } from "../data/businesses";
import { fictionalPhone } from "../data/phone-ranges";
import type { Member, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";
import type { World } from "../world";

const OFFICE_PHONES_FROM = 60_000;

/** A workspace with its data key and team, ready to be furnished. The first member owns it. */
export async function openWorkspace(
  world: World,
  index: number,
  members: readonly [Member, ...Member[]],
): Promise<Scene> {
  const { slug, business } = businessAt(index);
  const random = world.random.fork(slug);
  const openedAt = after(world.historyFrom, -random.int(30, 300) * DAY);
  const workspaceId = seededId(random, openedAt);

  world.rows.add(workspaces, {
    id: workspaceId,
    slug,
    name: business.name,
    businessName: `${business.name} Ltd`,
    businessEmail: `hello@${slug}.test`,
    businessPhone: fictionalPhone(OFFICE_PHONES_FROM + index),
    businessAddress: business.address,
    state: "active",
    frozenAt: null,
    frozenContacts: 0,
    agentsDeleteContacts: slug === "acme",
    createdAt: openedAt,
  });

  const keyId = seededId(random, openedAt);
  const key = await world.keys.createDataKey(workspaceId, keyId);
  world.rows.add(workspaceKeys, {
    workspaceId,
    id: keyId,
    wrappedKey: key.wrappedKey,
    createdAt: openedAt,
  });

  for (const member of members) {
    const joinedAt = member.role === "owner" ? openedAt : after(openedAt, random.int(1, 25) * DAY);
    world.rows.add(memberships, {
      workspaceId,
      id: seededId(random, joinedAt),
      userId: member.id,
      role: member.role,
      joinedAt,
    });
  }

  return {
    ...world,
    index,
    workspaceId,
    slug,
    business,
    openedAt,
    random,
    members,
    owner: members[0],
    dataKeyId: keyId,
    encrypt: key.encrypt,
    connections: [],
    tagIds: [],
    segmentIds: [],
    attributes: [],
    campaigns: [],
    automations: [],
    regulars: [],
    contactCount: 0,
    orderCount: 0,
    suppressedPhones: new Set(),
  };
}
