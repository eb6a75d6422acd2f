import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/components/operator/desk-page";
import { inboundMessages } from "@/components/operator/messages/inbound-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { requireOperator } from "@/lib/auth/require-operator";
import { ErasureError } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { type InboundMail, openInbound } from "@/lib/inbound";
import { safely } from "@/lib/safely";
import { settleMail } from "./settle-mail";

export const metadata: Metadata = { title: inboundMessages.title };

type InboundMailPageProps = {
  params: Promise<{ mail: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One mail, as it was written, and what can be done about it. */
export default async function InboundMailPage({ params, searchParams }: InboundMailPageProps) {
  const { id: userId } = await requireOperator("/operator/inbound");
  const mail = await readMail(userId, (await params).mail);
  if (mail === null) notFound();
  const { attachments, id, providerId, reason, requestCode, state, text, written } = mail;
  const isOpen = state !== "settled" && state !== "received";

  return (
    <DeskPage
      eyebrow={<TextLink href="/operator/inbound">{inboundMessages.back}</TextLink>}
      title={<bdi>{written?.subject.trim() || inboundMessages.noSubject}</bdi>}
      lead={
        <>
          <bdi className="break-all">{written?.from ?? inboundMessages.destroyed}</bdi>
          {" · "}
          <DateTime value={mail.receivedAt} precision="minute" />
        </>
      }
    >
      {"refused" in (await searchParams) && (
        <Callout tone="warning" role="alert">
          {inboundMessages.act.refused}
        </Callout>
      )}
      {reason && <p className="text-ink-muted">{inboundMessages.reasons[reason]}</p>}
      {requestCode && (
        <p>
          <TextLink href={`/operator/requests/${requestCode}`}>{inboundMessages.request}</TextLink>
        </p>
      )}
      {text === null ? (
        written && <p>{fillMessage(inboundMessages.notFetched, { id: providerId })}</p>
      ) : (
        <Panel aria-label={inboundMessages.columns.subject}>
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {text}
          </p>
        </Panel>
      )}
      {attachments.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-semibold">{inboundMessages.attachments}</h2>
          <ul className="list-disc ps-5">
            {attachments.map(({ name, type, bytes }) => (
              <li key={`${name} ${type} ${bytes}`}>
                <bdi>{name ?? type}</bdi> ({type}, {bytes.toLocaleString("en")} B)
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen && <Acts id={id} />}
    </DeskPage>
  );
}

function Acts({ id }: { id: string }) {
  const { act } = inboundMessages;

  return (
    <Panel aria-labelledby="act" className="grid gap-4">
      <h2 id="act" className="font-semibold text-lg">
        {act.title}
      </h2>
      <p className="text-ink-muted">
        {act.text} {act.request_opened_hint}
      </p>
      <form action={settleMail} className="flex flex-wrap gap-3">
        <input type="hidden" name="inboundMailId" value={id} />
        <Button type="submit" name="outcome" value="request_opened">
          {act.request_opened}
        </Button>
        <Button type="submit" name="outcome" value="answered" variant="secondary">
          {act.answered}
        </Button>
        <Button type="submit" name="outcome" value="no_request" variant="secondary">
          {act.no_request}
        </Button>
      </form>
    </Panel>
  );
}

async function readMail(userId: string, given: string): Promise<InboundMail | null> {
  const inboundMailId = z.uuid().safeParse(given);
  if (!inboundMailId.success) return null;
  try {
    return await safely("/operator/inbound/[mail]", () =>
      openInbound(erasureContext({ type: "operator", userId }), {
        inboundMailId: inboundMailId.data,
      }),
    );
  } catch (error) {
    if (error instanceof ErasureError && error.code === "not_found") return null;
    throw error;
  }
}
