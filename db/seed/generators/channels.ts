import { channelConnections } from "@/db/schema";
import { fictionalPhone } from "../data/phone-ranges";
import type { Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

const OWN_NUMBERS_FROM = 70_000;

/**
 * One connection of every kind, its token encrypted under the workspace's data key. The owner
 * authorized WhatsApp and Instagram; in `acme` the agent who has only a Meta login, Messenger.
 */
export async function addChannels(scene: Scene): Promise<void> {
  const { random, business, owner, members } = scene;
  const colleague = members.findLast(({ email }) => email.startsWith("meta-agent")) ?? owner;

  await addConnection(scene, "whatsapp", `${business.name} WhatsApp`, owner.id);
  await addConnection(scene, "instagram", `@${scene.slug}.shop`, owner.id);
  await addConnection(scene, "messenger", business.name, colleague.id);
  await addConnection(scene, "telegram", `${scene.slug}_bot`, random.pick(members).id);
}

async function addConnection(
  scene: Scene,
  kind: Scene["connections"][number]["kind"],
  displayName: string,
  authorizedByUserId: string,
): Promise<void> {
  const { random, rows, workspaceId } = scene;
  const connectedAt = after(scene.openedAt, random.int(1, 20) * DAY);
  const id = seededId(random, connectedAt);
  const accountId = random.digits(16);
  const token = `seeded-${kind}-${random.hex(48)}`;
  const isWhatsApp = kind === "whatsapp";
  const isConnected = kind !== "telegram";

  rows.add(channelConnections, {
    workspaceId,
    id,
    kind,
    displayName,
    wabaId: isWhatsApp ? random.digits(16) : null,
    phoneNumberId: isWhatsApp ? accountId : null,
    phoneNumber: isWhatsApp ? fictionalPhone(OWN_NUMBERS_FROM + scene.index) : null,
    externalAccountId: isWhatsApp ? null : accountId,
    accessToken: await scene.encrypt(token, `channel_connections ${id} access_token`),
    state: isConnected ? "connected" : "disconnected",
    authorizedByUserId,
    connectedAt,
    disconnectedAt: isConnected ? null : after(scene.now, -3 * DAY),
  });
  scene.connections.push({ id, kind, accountId });
}
