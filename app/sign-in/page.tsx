import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signInMessages } from "@/components/crm/messages/sign-in-messages";
import { SignInForm } from "@/components/crm/sign-in-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { PublicShell } from "@/components/ui/public-shell";
import { currentUser } from "@/lib/auth";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { env } from "@/lib/env";
import { policyProfile } from "@/lib/policy/policy-profile";
import { postSignIn } from "./post-sign-in";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted, ended } = await searchParams;
  const next = safeNextPath(wanted);
  if (await currentUser()) redirect(next);
  const { company } = policyProfile(env().POLICY_PROFILE);

  return (
    <PublicShell
      brand={company.name}
      home="/"
      skipLabel="Skip to the form"
      footer={
        <p>
          To have data deleted you need no account: see <a href="/data-deletion">data deletion</a>.
        </p>
      }
    >
      <div className="mx-auto grid max-w-md gap-8 py-12 sm:py-20">
        <PageHeader
          title="Sign in"
          lead={`Use the e-mail address and password of your ${company.name} account.`}
        />
        {ended !== undefined && <Callout tone="neutral">{signInMessages.ended}</Callout>}
        <SignInForm next={next} postSignIn={postSignIn} />
      </div>
    </PublicShell>
  );
}
