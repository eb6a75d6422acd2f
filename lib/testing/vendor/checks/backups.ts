import { expect } from "vitest";
import { workspaceKeys } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey } from "@/lib/crypto";
import { confirmBackupsGone, readRequestStatus } from "@/lib/erasure";
import { rollOffSnapshots } from "@/lib/snapshots/roll-off-snapshots";
import { takeSnapshot } from "@/lib/snapshots/take-snapshot";
import { createWorkspace } from "../../create-workspace";
import { eraseWorkspace } from "../erase-workspace";
import type { Check } from "../promise-row";
import { withStore } from "../with-store";

const day = 24 * 60 * 60 * 1000;

/**
 * A snapshot from before an erasure goes on its day, bytes first, and what was erased is confirmed to be
 * in no backup on that day and not before, nor while one is left.
 */
export function rollsOff(days: number): Check {
  return async (app) => {
    await withStore(app, async (files) => {
      const neighbour = await createWorkspace(app.db, { contacts: 0 });
      const { id, wrappedKey } = await createDataKey(files.master, neighbour.id, newId());
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
      expect(await files.store.isGone(`workspaces/${neighbour.id}/${snapshot?.id}`)).toBe(true);

      expect(await confirmBackupsGone(system)).toBe(1);
      expect(await status()).toMatchObject({ backupsGoneAt: app.clock.now() });
    });
  };
}
