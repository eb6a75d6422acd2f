import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { verificationTokens } from "@/db/schema";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { MailContext } from "./mail-context";
import type { OwedMail } from "./read-owed-mail";

/**
 * Lets the newest link of a request count from now, where it ended before the mail with it could leave:
 * nobody's time to answer goes by while the provider is down. The seal holds that link's secret, whichever
 * mail is sent.
 */
export async function renewLink(
  { db, now }: Pick<MailContext, "db" | "now">,
  { request }: OwedMail,
): Promise<void> {
  const { verificationValidMinutes } = policyProfile(request.policyProfile);
  const [newest] = await db
    .select({ id: verificationTokens.id })
    .from(verificationTokens)
    .where(eq(verificationTokens.requestId, request.id))
    .orderBy(desc(verificationTokens.createdAt))
    .limit(1);
  if (newest === undefined) return;
  await db
    .update(verificationTokens)
    .set({ expiresAt: new Date(now().getTime() + verificationValidMinutes * 60_000) })
    .where(
      and(
        eq(verificationTokens.id, newest.id),
        isNull(verificationTokens.usedAt),
        lte(verificationTokens.expiresAt, now()),
      ),
    );
}
