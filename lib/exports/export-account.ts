import type { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { accountSubject, type ErasureContext } from "@/lib/erasure";
import { countTry } from "@/lib/rate-limits/count-try";
import { writeExport } from "./write-export";

/** Each holds a connection while it is read. */
const limit = { name: "account_export", tries: 5, seconds: 60 * 60 };
const longestMilliseconds = 120_000;

/**
 * A person's own export: what the map says is about their account, and where others' records name them.
 * Made while it is downloaded, and kept nowhere.
 *
 * @param take has to read it to its end.
 * @returns false when there were too many within the hour.
 */
export async function exportAccount(
  ctx: Pick<ErasureContext, "db" | "now" | "vault">,
  userId: string,
  take: (zip: Readable) => Promise<void>,
): Promise<boolean> {
  if (!(await countTry(ctx.db, limit, ctx.vault.digest("account", userId)))) return false;
  const people = await ctx.db
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  const digests = people.map(({ email }) => ctx.vault.digest("email", email));
  const nothing = async () => {};
  await writeExport(
    ctx.db,
    accountSubject(userId, digests),
    { takenAt: ctx.now(), files: null, onPlanned: nothing, onParts: nothing },
    async (zip) => {
      const tooSlow = setTimeout(() => zip.destroy(), longestMilliseconds);
      await take(zip).finally(() => clearTimeout(tooSlow));
    },
  );
  return true;
}
