import { createHash } from "node:crypto";
import { invitations } from "@/db/schema";
import type { Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

/** Somebody whom the owner has asked to join, and who has not answered yet. */
export function addInvitation(scene: Scene): void {
  const { keys, now, owner, random, rows, slug, workspaceId } = scene;
  const email = `newcomer@${slug}.test`;
  const invitedAt = after(now, -random.int(1, 3) * DAY);
  rows.add(invitations, {
    workspaceId,
    id: seededId(random, invitedAt),
    email,
    addressDigest: keys.digest("email", email),
    role: "agent",
    tokenDigest: createHash("sha256").update(random.hex(64)).digest("hex"),
    sealedToken: null,
    invitedByUserId: owner.id,
    mailState: "sent",
    createdAt: invitedAt,
    expiresAt: after(invitedAt, 7 * DAY),
  });
}
