import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnswerOpen } from "@/components/erasure/answer/answer-open";
import { AnswerOver } from "@/components/erasure/answer/answer-over";
import { AnswerUnknown } from "@/components/erasure/answer/answer-unknown";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { ForgetToken } from "@/components/ui/forget-token";
import { ClientWords } from "@/components/words/client-words";
import { describeQuestion } from "@/lib/erasure";
import { VerificationToken } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { lookUp, shutOut } from "../../look-up";
import { answerByLink } from "./answer-by-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answer");

  return {
    title: t("title"),
    // As on the page for verifying: the origin only.
    referrer: "strict-origin",
    robots: { index: false, follow: false },
  };
}

type AnswerPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the reply link of a question leads. Reading it changes nothing. */
export default async function AnswerPage({ searchParams }: AnswerPageProps) {
  const token = VerificationToken.safeParse((await searchParams).token);

  return (
    <>
      <ForgetToken />
      {token.success ? await describeLink(token.data) : <AnswerUnknown />}
    </>
  );
}

async function describeLink(token: string) {
  const link = await lookUp(
    "/data-deletion/answer",
    () => describeQuestion(erasureContext({ type: "requester" }), token),
    ({ state }) => state === "unknown",
  );
  if (link === shutOut) return <TooManyTries />;
  if (link.state === "unknown") return <AnswerUnknown />;
  if (link.state !== "open") return <AnswerOver {...link} />;
  return (
    <ClientWords areas={["answer"]}>
      <AnswerOpen text={link.text} token={token} action={answerByLink} />
    </ClientWords>
  );
}
