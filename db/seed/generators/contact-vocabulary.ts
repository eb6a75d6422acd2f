import { customAttributes, segments, tags } from "@/db/schema";
import type { Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

/** The words a workspace has for its contacts: tags, segments and fields of its own. */
export function addContactVocabulary(scene: Scene): void {
  const { rows, random, workspaceId, business, openedAt } = scene;

  for (const { name, color } of business.tags) {
    const id = seededId(random, openedAt);
    rows.add(tags, { workspaceId, id, name, color });
    scene.tagIds.push(id);
  }
  for (const { name, filter } of business.segments) {
    const createdAt = after(openedAt, random.int(5, 25) * DAY);
    const id = seededId(random, createdAt);
    rows.add(segments, { workspaceId, id, name, filter, createdAt });
    scene.segmentIds.push(id);
  }
  for (const { key, label, values } of business.attributes) {
    const id = seededId(random, openedAt);
    rows.add(customAttributes, { workspaceId, id, key, label });
    scene.attributes.push({ id, values });
  }
}
