import { and, eq } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { invitations, workspaces } from "@/db/schema";
import Invitation from "@/emails/invitation";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { Notice } from "./notice";
import type { NoticeContext } from "./notice-context";
import { offeredLanguage } from "./offered-language";

/** The mail with an invitation; null once it is settled, withdrawn or replaced, or the workspace is closing. */
export async function readInvitationNotice(
  ctx: NoticeContext,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<Notice | null> {
  const isThis = and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));
  const [owed] = await ctx.db
    .select({ invitation: invitations, workspaceName: workspaces.name })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(and(isThis, eq(invitations.mailState, "queued"), eq(workspaces.state, "active")));
  if (owed === undefined || owed.invitation.sealedToken === null) return null;
  const { email, role, sealedToken, expiresAt } = owed.invitation;
  const profile = policyProfile(ctx.rules.profile);
  const { company } = profile;
  const language = offeredLanguage(profile, null);
  const t = createTranslator({ ...intlSettings(language), namespace: "mails.invitation" });
  const acceptUrl = new URL("/invitation", ctx.appUrl);
  acceptUrl.searchParams.set("token", await ctx.vault.open(sealedToken, id));

  return {
    to: email,
    language,
    subject: t("subject"),
    template: (
      <Invitation
        sender={{ company: company.name, privacyEmail: company.privacyEmail }}
        workspaceName={owed.workspaceName}
        role={role}
        acceptUrl={acceptUrl.href}
        expiresAt={expiresAt}
      />
    ),
    usefulUntil: expiresAt,
    async record(mailState) {
      await ctx.db.update(invitations).set({ mailState, sealedToken: null }).where(isThis);
    },
  };
}
