import { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { storedObjects } from "@/db/schema";
import { sampleMediaOfType } from "@/db/seed";
import { type FilesContext, storeBytes } from "@/lib/files";

const atOnce = 8;

/**
 * Uploads the bytes of what a seed has written down, encrypted, as the app would. Repeatable.
 *
 * Seeded files are known by an upload that ended when it began; those of the app's are left alone.
 * Has to end before a worker starts, whose sweep takes away what never arrived.
 *
 * @returns how many it uploaded.
 */
export async function fillFiles(ctx: FilesContext): Promise<number> {
  const waiting = await ctx.db
    .select({
      workspaceId: storedObjects.workspaceId,
      id: storedObjects.id,
      mimeType: storedObjects.mimeType,
    })
    .from(storedObjects)
    .where(
      and(
        eq(storedObjects.state, "pending"),
        eq(storedObjects.uploadUntil, storedObjects.createdAt),
      ),
    );
  const upload = async ({ mimeType, ...file }: (typeof waiting)[number]): Promise<boolean> => {
    const bytes = sampleMediaOfType(mimeType, file.id);
    return (
      bytes !== null && (await storeBytes(ctx, file, { body: Readable.from([bytes]) })) !== null
    );
  };
  let uploaded = 0;
  for (let at = 0; at < waiting.length; at += atOnce) {
    const outcomes = await Promise.all(waiting.slice(at, at + atOnce).map(upload));
    uploaded += outcomes.filter(Boolean).length;
  }
  return uploaded;
}
