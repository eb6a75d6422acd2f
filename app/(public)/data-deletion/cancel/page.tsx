import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CancelOpen } from "@/components/erasure/cancellation/cancel-open";
import { CancelOver } from "@/components/erasure/cancellation/cancel-over";
import { CancelUnknown } from "@/components/erasure/cancellation/cancel-unknown";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { ForgetToken } from "@/components/ui/forget-token";
import { describeCancellation } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { lookUp, shutOut } from "../../look-up";
import { cancelDeletion } from "./cancel-deletion";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cancellation");

  return {
    title: t("title"),
    // As on the page for verifying: the origin only.
    referrer: "strict-origin",
    robots: { index: false, follow: false },
  };
}

type CancelPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the link for taking a request back leads. Reading it changes nothing. */
export default async function CancelPage({ searchParams }: CancelPageProps) {
  const token = VerificationToken.safeParse((await searchParams).token);

  return (
    <>
      <ForgetToken />
      {token.success ? await describeLink(token.data) : <CancelUnknown />}
    </>
  );
}

async function describeLink(token: string) {
  const link = await lookUp(
    "/data-deletion/cancel",
    () => describeCancellation(erasureContext({ type: "requester" }), token),
    ({ state }) => state === "unknown",
  );
  if (link === shutOut) return <TooManyTries />;
  switch (link.state) {
    case "open":
      return <CancelOpen {...link} token={token} action={cancelDeletion} />;
    case "over":
      return <CancelOver confirmationCode={link.confirmationCode} />;
    case "unknown":
      return <CancelUnknown />;
  }
}
