import type { Metadata } from "next";
import { SignInForm } from "@/components/crm/sign-in-form";
import { SignOutButton } from "@/components/crm/sign-out-button";
import { InvitationClosed } from "@/components/team/invitation-closed";
import { JoinForm } from "@/components/team/join-form";
import { invitationMessages } from "@/components/team/messages/invitation-messages";
import { NewcomerForm } from "@/components/team/newcomer-form";
import { fillMessage } from "@/components/ui/fill-message";
import { ForgetToken } from "@/components/ui/forget-token";
import { PageHeader } from "@/components/ui/page-header";
import { PublicShell } from "@/components/ui/public-shell";
import { currentUser } from "@/lib/auth";
import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { policyProfile } from "@/lib/policy/policy-profile";
import { safely } from "@/lib/safely";
import { describeInvitation, type InvitationDescription } from "@/lib/team/describe-invitation";
import { InvitationToken } from "@/lib/team/schemas";
import { postSignIn } from "../sign-in/post-sign-in";
import { postSignOut } from "../sign-in/post-sign-out";
import { joinAsNewcomer } from "./join-as-newcomer";
import { joinWithAccount } from "./join-with-account";

export const metadata: Metadata = {
  title: invitationMessages.title,
  // The origin only: the address has a secret in it.
  referrer: "strict-origin",
  robots: { index: false, follow: false },
};

type InvitationPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where an invitation's mail leads. Looking changes nothing: mail scanners look, too. */
export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const token = InvitationToken.safeParse((await searchParams).token);
  const invitation = token.success
    ? await safely("/invitation", () =>
        describeInvitation(erasureContext({ type: "requester" }), token.data),
      )
    : null;
  const { company } = policyProfile(env().POLICY_PROFILE);
  const { skipLabel, footer } = invitationMessages;

  return (
    <PublicShell brand={company.name} home="/" skipLabel={skipLabel} footer={<p>{footer}</p>}>
      <ForgetToken />
      {token.success && invitation !== null ? (
        <div className="mx-auto grid max-w-md gap-8 py-12 sm:py-20">
          <PageHeader
            title={fillMessage(invitationMessages.heading, { name: invitation.workspaceName })}
            lead={fillMessage(invitationMessages.lead, {
              role: invitationMessages.roles[invitation.role],
            })}
          />
          {await wayToJoin(token.data, invitation)}
        </div>
      ) : (
        <InvitationClosed />
      )}
    </PublicShell>
  );
}

async function wayToJoin(token: string, { email, hasAccount }: InvitationDescription) {
  const here = `/invitation?token=${token}`;
  const user = await currentUser();
  if (user?.email === email) return <JoinForm token={token} join={joinWithAccount} />;
  if (user !== null) {
    const { otherAccount } = invitationMessages;
    return (
      <>
        <p>{fillMessage(otherAccount, { invited: email, email: user.email })}</p>
        <div>
          <SignOutButton next={here} postSignOut={postSignOut} />
        </div>
      </>
    );
  }
  if (hasAccount) {
    return (
      <>
        <p className="text-ink-muted">{invitationMessages.signIn}</p>
        <SignInForm next={here} postSignIn={postSignIn} />
      </>
    );
  }
  return <NewcomerForm token={token} email={email} join={joinAsNewcomer} />;
}
