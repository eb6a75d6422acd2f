import { z } from "zod";
import { DeleteWorkspace } from "@/lib/erasure/schemas";

/** Starts an export of a workspace, or of one of its contacts. */
export const StartExport = z.object({
  workspaceId: z.uuid(),
  contactId: z.uuid().optional(),
  includesMedia: z.boolean(),
});
export type StartExport = z.infer<typeof StartExport>;

/** One export, to be cancelled or deleted. */
export const OnExport = z.object({ workspaceId: z.uuid(), exportId: z.uuid() });
export type OnExport = z.infer<typeof OnExport>;

/** Exports a workspace and then deletes it; the slug is typed back as for a deletion. */
export const ExportThenDelete = DeleteWorkspace.extend({ includesMedia: z.boolean() });
export type ExportThenDelete = z.infer<typeof ExportThenDelete>;
