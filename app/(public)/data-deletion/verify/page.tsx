import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { LinkExpired } from "@/components/erasure/verification/link-expired";
import { LinkResent } from "@/components/erasure/verification/link-resent";
import { LinkUnknown } from "@/components/erasure/verification/link-unknown";
import { LinkUsed } from "@/components/erasure/verification/link-used";
import { LinkValid } from "@/components/erasure/verification/link-valid";
import { ForgetToken } from "@/components/ui/forget-token";
import { describeVerification } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { currentPolicy } from "../../current-policy";
import { lookUp, shutOut } from "../../look-up";
import { sendNewLink } from "./send-new-link";
import { verifyDeletion } from "./verify-deletion";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");

  return {
    title: t("title"),
    // Origin only: no address with a token leaves this page. "no-referrer" would also blank the
    // Origin of a form posted without JavaScript, and Next refuses an action without one.
    referrer: "strict-origin",
    robots: { index: false, follow: false },
  };
}

type VerifyPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the mailed link leads. Reading it changes nothing: mail scanners open links, too. */
export default async function VerifyPage({ searchParams }: VerifyPageProps) {
  const { token, resent, wait } = await searchParams;

  if (wait !== undefined) return <TooManyTries />;
  return (
    <>
      <ForgetToken />
      {resent === undefined ? await describeLink(token) : await describeResent()}
    </>
  );
}

async function describeLink(given: unknown) {
  if (given === undefined) return <LinkUnknown />;
  // What is no secret at all is looked for, too: it takes as long, and counts as a miss.
  const token = VerificationToken.safeParse(given).data ?? "";

  const link = await lookUp(
    "/data-deletion/verify",
    () => describeVerification(erasureContext({ type: "requester" }), token),
    ({ state }) => state === "unknown",
  );
  if (link === shutOut) return <TooManyTries />;
  switch (link.state) {
    case "valid": {
      const { endCustomers } = (await currentPolicy()).profile;
      return (
        <LinkValid {...link} endCustomers={endCustomers} token={token} action={verifyDeletion} />
      );
    }
    case "used":
      return <LinkUsed confirmationCode={link.confirmationCode} />;
    case "expired":
      return <LinkExpired token={token} action={sendNewLink} />;
    case "unknown":
      return <LinkUnknown />;
  }
}

async function describeResent() {
  const { verificationValidMinutes } = (await currentPolicy()).profile;
  return <LinkResent validMinutes={verificationValidMinutes} />;
}
