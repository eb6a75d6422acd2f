import { AccountErasureNotice } from "@/components/account/account-erasure-notice";
import { DeleteAccountByPost } from "@/components/account/delete-account-by-post";
import { DeleteAccountDialog } from "@/components/account/delete-account-dialog";
import { DeleteAccountSection } from "@/components/account/delete-account-section";
import { EmailSection } from "@/components/account/email-section";
import { ExportSection } from "@/components/account/export-section";
import { accountMessages } from "@/components/account/messages/account-messages";
import { deleteAccountMessages } from "@/components/account/messages/delete-account-messages";
import { MetaLoginSection } from "@/components/account/meta-login-section";
import { PasswordSection } from "@/components/account/password-section";
import { ProfileSection } from "@/components/account/profile-section";
import { SessionsSection } from "@/components/account/sessions-section";
import { WorkspacesSection } from "@/components/account/workspaces-section";
import { ButtonLink } from "@/components/ui/button-link";
import { formatSpan } from "@/components/ui/format-span";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions } from "@/lib/account/list-sessions";
import { findOpenErasure } from "@/lib/crm/find-open-erasure";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { policyProfile } from "@/lib/policy/policy-profile";
import { safely } from "@/lib/safely";
import { listMemberships } from "@/lib/team/list-memberships";
import { accountContext } from "./account-context";
import { browserName } from "./browser-name";
import { changePassword } from "./change-password";
import { confirmEmailChange } from "./confirm-email-change";
import { deleteAccount } from "./delete-account";
import { disconnectMeta } from "./disconnect-meta";
import { endOtherSessions } from "./end-other-sessions";
import { endSession } from "./end-session";
import { keepAccount } from "./keep-account";
import { leaveWorkspace } from "./leave-workspace";
import { previewAccountDeletion } from "./preview-account-deletion";
import { requestEmailChange } from "./request-email-change";
import { requireAccount } from "./require-account";
import { sendErasureCode } from "./send-erasure-code";
import { updateProfile } from "./update-profile";
import { workspacesInTheWay } from "./workspaces-in-the-way";

type AccountPageProps = { searchParams: Promise<{ step?: string | string[] }> };

/**
 * A person's own account: who they are, how they sign in, and where. `step` opens what a script opens
 * otherwise: `email` or `delete`.
 */
export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { step } = await searchParams;
  const { user, account } = await requireAccount();
  const profile = policyProfile(env().POLICY_PROFILE);
  const [sessions, memberships, erasure] = await safely("/account", () => {
    const { db } = database();
    return Promise.all([
      listSessions(accountContext(), user.id),
      listMemberships(db, user.id),
      findOpenErasure(db, "account", user.id),
    ]);
  });
  const inTheWay = await safely("/account", () =>
    workspacesInTheWay(memberships, user.id, profile),
  );
  const { email, hasPassword } = account;
  const deletion = {
    account: { email, hasPassword },
    grace: profile.graceDays === 0 ? null : formatSpan(profile.graceDays, "day"),
    sendCode: sendErasureCode,
    deleteAccount,
  };

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title={accountMessages.title} lead={accountMessages.lead} className="mb-4" />
      <ProfileSection
        profile={{ name: account.name, locale: account.locale }}
        languages={profile.languages}
        updateProfile={updateProfile}
      />
      <EmailSection
        email={email}
        hasPassword={hasPassword}
        isOpen={step === "email"}
        requestEmailChange={requestEmailChange}
        confirmEmailChange={confirmEmailChange}
      />
      <PasswordSection hasPassword={hasPassword} changePassword={changePassword} />
      <SessionsSection
        sessions={sessions.map(({ id, userAgent, createdAt }) => ({
          id,
          createdAt,
          browser: browserName(userAgent),
          isCurrent: id === user.sessionId,
        }))}
        endSession={endSession}
        endOtherSessions={endOtherSessions}
      />
      <MetaLoginSection
        metaLogin={account.metaLogin}
        hasPassword={hasPassword}
        disconnectMeta={disconnectMeta}
      />
      <WorkspacesSection memberships={memberships} leaveWorkspace={leaveWorkspace} />
      <ExportSection />
      <DeleteAccountSection
        askElsewhere={
          profile.channels.includes("account_settings")
            ? null
            : { privacyEmail: profile.company.privacyEmail }
        }
        underWay={erasure && <AccountErasureNotice erasure={erasure} keepAccount={keepAccount} />}
        inTheWay={inTheWay}
        dialog={
          step === "delete" ? (
            <DeleteAccountByPost {...deletion} counted={await previewAccountDeletion({})} />
          ) : (
            <>
              <DeleteAccountDialog {...deletion} previewDeletion={previewAccountDeletion} />
              <noscript>
                <ButtonLink href="/account?step=delete" variant="danger">
                  {deleteAccountMessages.button}
                </ButtonLink>
              </noscript>
            </>
          )
        }
      />
    </div>
  );
}
