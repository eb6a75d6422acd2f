import { createHash } from "node:crypto";
import { apiTokens, integrationSettings } from "@/db/schema";
import type { Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

/** The other systems a workspace has set up, and the keys it made for its own scripts. */
export async function addIntegrations(scene: Scene): Promise<void> {
  const { slug, owner } = scene;
  await addSetting(scene, "shop", { url: `https://shop.${slug}.test`, syncOrders: true });
  await addSetting(scene, "ai_assistant", { model: "assistant-small", signAs: owner.name });
  await addSetting(scene, "calendar", { calendarId: owner.email, remindMinutes: 30 });

  addToken(scene, "Nightly export", true);
  addToken(scene, `${owner.name}’s laptop`, false);
}

async function addSetting(scene: Scene, kind: string, config: object): Promise<void> {
  const { rows, random, workspaceId } = scene;
  const updatedAt = after(scene.now, -random.int(5, 200) * DAY);
  const id = seededId(random, updatedAt);
  const context = `integration_settings ${id} secret`;
  rows.add(integrationSettings, {
    workspaceId,
    id,
    kind,
    config,
    secret: kind === "calendar" ? null : await scene.encrypt(`seeded-${random.hex(40)}`, context),
    updatedAt,
  });
}

function addToken(scene: Scene, name: string, isUsed: boolean): void {
  const { rows, random, workspaceId, members, now } = scene;
  const createdAt = after(now, -random.int(30, 200) * DAY);
  rows.add(apiTokens, {
    workspaceId,
    id: seededId(random, createdAt),
    name,
    tokenDigest: createHash("sha256").update(random.hex(64)).digest("hex"),
    createdByUserId: isUsed ? scene.owner.id : random.pick(members).id,
    createdAt,
    lastUsedAt: isUsed ? after(now, -random.int(1, 20) * DAY) : null,
  });
}
