import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { workspaceKeys } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey, parseMasterKey } from "@/lib/crypto";
import { confirmBackupsGone, readRequestStatus } from "@/lib/erasure";
import { rollOffSnapshots } from "@/lib/snapshots/roll-off-snapshots";
import { takeSnapshot } from "@/lib/snapshots/take-snapshot";
import { createObjectStore } from "@/lib/storage";
import { createWorkspace } from "../../create-workspace";
import { startS3Server } from "../../s3/s3-server";
import { eraseWorkspace } from "../erase-workspace";
import type { Check } from "../promise-row";

const day = 24 * 60 * 60 * 1000;

/**
 * A snapshot from before an erasure goes on its day, bytes first, and what was erased is confirmed to be
 * in no backup on that day and not before, nor while one is left.
 */
export function rollsOff(days: number): Check {
  return async (app) => {
    const server = await startS3Server();
    try {
      const master = parseMasterKey(randomBytes(32).toString("base64"));
      const store = createObjectStore({
        ...{ endpoint: server.endpoint, bucket: server.bucket },
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
      });
      const files = { db: app.db, now: app.clock.now, store, master };
      const neighbour = await createWorkspace(app.db, { contacts: 0 });
      const { id, wrappedKey } = await createDataKey(master, neighbour.id, newId());
      await app.db.insert(workspaceKeys).values({ workspaceId: neighbour.id, id, wrappedKey });
      const erased = await createWorkspace(app.db, { contacts: 1, messages: 1 });
      app.clock.advance(app.profile.graceDays === 0 ? 0 : day);
      const snapshot = await takeSnapshot(files, neighbour.id);
      const { confirmationCode, closedAt } = await eraseWorkspace(app, erased);

      const system = app.as({ type: "system" });
      const status = async () => await readRequestStatus(system, confirmationCode);
      const goneBy = new Date(+(closedAt ?? 0) + days * day);
      expect(await status()).toMatchObject({ backupsGoneBy: goneBy, backupsGoneAt: null });
      app.clock.advance(+goneBy - +app.clock.now() - 1);
      expect(await confirmBackupsGone(system)).toBe(0);
      app.clock.advance(1);
      expect(await confirmBackupsGone(system), "a snapshot is left").toBe(0);
      expect(await rollOffSnapshots(files, days)).toBe(1);
      expect(await store.isGone(`workspaces/${neighbour.id}/${snapshot?.id}`)).toBe(true);

      expect(await confirmBackupsGone(system)).toBe(1);
      expect(await status()).toMatchObject({ backupsGoneAt: app.clock.now() });
    } finally {
      await server.stop();
    }
  };
}
