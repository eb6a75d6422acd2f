import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import { workspaceKeys } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey } from "@/lib/crypto";
import { listExports } from "@/lib/exports/list-exports";
import { openExport } from "@/lib/exports/open-export";
import { startExport } from "@/lib/exports/start-export";
import { takeDueExports } from "@/lib/exports/take-due-exports";
import { createWorkspace } from "../../create-workspace";
import type { Check } from "../promise-row";
import { withStore } from "../with-store";

/** An owner has a zip of the workspace, in JSON and in CSV, before anything is deleted. */
export const exportsFirst: Check = async (app) => {
  const { id: workspaceId, slug, ownerId } = await createWorkspace(app.db);
  await withStore(app, async (files) => {
    const id = newId();
    const { wrappedKey } = await createDataKey(files.master, workspaceId, id);
    await app.db.insert(workspaceKeys).values({ workspaceId, id, wrappedKey });
    const ctx = { ...app.as({ type: "owner", userId: ownerId }), ...files };
    await startExport({ ...ctx, userId: ownerId }, { workspaceId, includesMedia: false });
    expect(await takeDueExports(ctx, new AbortController().signal)).toBe(1);
    const [ready] = await listExports(ctx, { workspaceId, slug });
    const link = new URL(ready?.href ?? "", "https://app.example.test");
    const opened = await openExport(ctx, {
      workspaceId,
      exportId: ready?.id ?? "",
      until: Number(link.searchParams.get("until")),
      signature: link.searchParams.get("signature") ?? "",
    });
    if (opened === null) throw new Error("There is nothing to download.");
    const zip = await buffer(opened.body);
    for (const name of ["contacts/contacts.jsonl", "contacts/contacts.csv"]) {
      expect(zip.includes(name), name).toBe(true);
    }
  });
};
