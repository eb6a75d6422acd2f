import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import type { TestWorkspace } from "@/lib/testing/create-workspace";
import type { ExportContext } from "../export-context";
import { listExports } from "../list-exports";
import { openExport } from "../open-export";
import { unzip } from "./unzip";

export function at({ id, slug }: TestWorkspace) {
  return { workspaceId: id, slug };
}

/** A link as the route reads it. */
export function linkOf({ id: workspaceId }: TestWorkspace, href: string | null | undefined) {
  const url = new URL(href ?? "", "https://app.example.test");
  return {
    workspaceId,
    exportId: url.pathname.split("/").at(-2) ?? "",
    until: Number(url.searchParams.get("until")),
    signature: url.searchParams.get("signature") ?? "",
  };
}

export async function download(
  ctx: ExportContext,
  of: TestWorkspace,
  href: string | null | undefined,
): Promise<Buffer> {
  const opened = await openExport(ctx, linkOf(of, href));
  if (opened === null) throw new Error("There is nothing to download.");
  const bytes = await buffer(opened.body);
  expect(bytes).toHaveLength(opened.sizeBytes);
  return bytes;
}

/** What is in the latest export, of the workspace or of one of its contacts. */
export async function latestOf(
  ctx: ExportContext,
  of: TestWorkspace,
  contact: { contactId?: string } = {},
): Promise<Map<string, string>> {
  const [status] = await listExports(ctx, { ...at(of), ...contact });
  return await unzip(await download(ctx, of, status?.href));
}
