import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { erasureRequests, memberships } from "@/db/schema";
import { scheduleWorkspaceErasure } from "@/lib/erasure";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { startWorker, type WorkerSetting } from "./worker";

/** A workspace that is to go, one that stays, and one person who belongs to both. */
export type Scene = WorkerSetting & {
  requestId: string;
  doomed: TestWorkspace;
  neighbour: TestWorkspace;
};

export const sceneTime = new Date("2026-11-22T12:00:00Z");

/** Fills an empty, migrated database with the scene, up to the scheduled request. */
export async function setScene(databaseUrl: string): Promise<Scene> {
  const masterKey = randomBytes(32).toString("base64");
  const filesFolder = path.join(tmpdir(), `lethe-files-${randomUUID()}`);
  const setting = { databaseUrl, masterKey, filesFolder, now: () => sceneTime };
  const { ctx, db, close } = startWorker(setting);
  try {
    const doomed = await createWorkspace(db, { contacts: 2, messages: 3 });
    const neighbour = await createWorkspace(db, { contacts: 1, messages: 1 });
    await db
      .insert(memberships)
      .values({ workspaceId: doomed.id, userId: neighbour.agentId, role: "agent" });
    await scheduleWorkspaceErasure(
      { ...ctx, actor: { type: "owner", userId: doomed.ownerId } },
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );
    const [request] = await db.select({ id: erasureRequests.id }).from(erasureRequests);
    if (request === undefined) throw new Error("There is no request.");
    return { ...setting, requestId: request.id, doomed, neighbour };
  } finally {
    await close();
  }
}
