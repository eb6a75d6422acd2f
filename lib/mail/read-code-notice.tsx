import { and, eq } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { accountCodes, users } from "@/db/schema";
import AccountCode from "@/emails/account-code";
import { codeValidMinutes } from "@/lib/account/issue-code";
import { openSealedCode, sealCode } from "@/lib/account/sealed-code";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { Notice } from "./notice";
import type { NoticeContext } from "./notice-context";
import { offeredLanguage } from "./offered-language";

/** The mail with a code; null once it is settled, or a newer code has taken its place. */
export async function readCodeNotice(ctx: NoticeContext, id: string): Promise<Notice | null> {
  const [owed] = await ctx.db
    .select({ code: accountCodes, address: users.email, locale: users.locale })
    .from(accountCodes)
    .innerJoin(users, eq(users.id, accountCodes.userId))
    .where(and(eq(accountCodes.id, id), eq(accountCodes.mailState, "queued")));
  if (owed === undefined) return null;
  const { code, ...kept } = await openSealedCode(ctx.vault, id, owed.code.sealed);
  if (code === undefined) return null;
  const { purpose, expiresAt } = owed.code;
  const profile = policyProfile(ctx.rules.profile);
  const { company } = profile;
  const language = offeredLanguage(profile, owed.locale);
  const t = createTranslator({ ...intlSettings(language), namespace: "mails.code" });

  return {
    to: kept.email ?? owed.address,
    language,
    subject: t(`${purpose}.subject`),
    template: (
      <AccountCode
        sender={{ company: company.name, privacyEmail: company.privacyEmail }}
        purpose={purpose}
        code={code}
        validForMinutes={codeValidMinutes}
      />
    ),
    usefulUntil: expiresAt,
    async record(mailState) {
      const sealed = kept.email === undefined ? null : await sealCode(ctx.vault, id, kept);
      await ctx.db.update(accountCodes).set({ mailState, sealed }).where(eq(accountCodes.id, id));
    },
  };
}
