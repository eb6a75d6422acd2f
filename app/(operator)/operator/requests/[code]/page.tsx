import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseControllers } from "@/components/operator/case/case-controllers";
import { CaseDesk } from "@/components/operator/case/case-desk";
import { CaseFacts } from "@/components/operator/case/case-facts";
import { CaseHolds } from "@/components/operator/case/case-holds";
import { CaseKeys } from "@/components/operator/case/case-keys";
import { CaseMails } from "@/components/operator/case/case-mails";
import { CaseProofs } from "@/components/operator/case/case-proofs";
import { CaseRecipients } from "@/components/operator/case/case-recipients";
import { CaseRun } from "@/components/operator/case/case-run";
import { CaseTimeline } from "@/components/operator/case/case-timeline";
import { DeskPage } from "@/components/operator/desk-page";
import { DueBadge } from "@/components/operator/due-badge";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { deskMessages } from "@/components/operator/messages/desk-messages";
import { QueueTable } from "@/components/operator/queue-table";
import { StateBadge } from "@/components/operator/state-badge";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { listProofs, readCase, readRecipients, readRequestMails } from "@/lib/erasure";
import { safely } from "@/lib/safely";
import { confirmPassword } from "../../confirm-password";
import { dataWords, heldDataWords } from "../../data-words";
import { deskContext } from "../../desk-context";
import { approve } from "./approve";
import { ask } from "./ask";
import { cancel } from "./cancel";
import { extend } from "./extend";
import { hold } from "./hold";
import { merge } from "./merge";
import { openAsked } from "./open-asked";
import { preview } from "./preview";
import { refuse } from "./refuse";
import { retry } from "./retry";
import { start } from "./start";
import { tellAgain } from "./tell-again";
import { verifyByHand } from "./verify-by-hand";

type CasePageProps = { params: Promise<{ code: string }> };

export const metadata: Metadata = { title: caseMessages.titlePlain };

const route = "/operator/requests/[code]";

const actions = {
  ...{
    verifyIdentity: verifyByHand,
    approve,
    start,
    retry,
    ask,
    extend,
    hold,
    merge,
    refuse,
    cancel,
  },
  ...{ open: openAsked, preview, confirmPassword },
};

/** One request: what is known of it, what can be decided, and what happened. */
export default async function CasePage({ params }: CasePageProps) {
  const ctx = await deskContext("/operator/requests");
  const { code } = await params;
  const request = await safely(route, () => readCase(ctx, code));
  if (request === null) notFound();
  const [mails, recipients, proofs] = await safely(route, () =>
    Promise.all([
      readRequestMails(ctx, { requestId: request.id }),
      readRecipients(ctx, request.id),
      listProofs(ctx, request.id),
    ]),
  );
  const words = dataWords();

  return (
    <DeskPage
      className="max-w-7xl"
      eyebrow={<TextLink href="/operator/requests">{caseMessages.back}</TextLink>}
      title={<span className="break-all font-mono text-xl sm:text-2xl">{code}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StateBadge state={request.state} />
          <DueBadge {...request} now={ctx.now()} />
          <span>{deskMessages.subjects[request.subjectKind]}</span>
          <span>{deskMessages.channels[request.channel]}</span>
          <span>{deskMessages.requesters[request.requesterKind]}</span>
        </span>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <CaseDesk
            request={request}
            extensionDays={ctx.rules.extensionDays}
            categories={words}
            heldCategories={heldDataWords()}
            actions={actions}
            proof={proofs.length > 0 ? <CaseProofs code={code} proofs={proofs} /> : undefined}
          />
          {request.run !== null && (
            <Section id="run" title={caseMessages.run.title}>
              <CaseRun run={request.run} />
            </Section>
          )}
          {request.controllers.length > 0 && (
            <Section id="controllers" title={caseMessages.controllers.title}>
              <CaseControllers controllers={request.controllers} now={ctx.now()} />
            </Section>
          )}
          {recipients.length > 0 && (
            <Section id="recipients" title={caseMessages.recipients.title}>
              <CaseRecipients
                requestId={request.id}
                recipients={recipients}
                tellAgain={tellAgain}
                confirmPassword={confirmPassword}
              />
            </Section>
          )}
          {request.duplicates.length > 0 && (
            <Section id="duplicates" title={caseMessages.duplicates.title}>
              <QueueTable
                rows={request.duplicates}
                caption={caseMessages.duplicates.title}
                emptyText={deskMessages.none}
                now={ctx.now()}
              />
            </Section>
          )}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {request.holds.length > 0 && (
            <Section id="holds" title={caseMessages.holds.title}>
              <CaseHolds holds={request.holds} categories={words} />
            </Section>
          )}
          <Section id="facts" title={caseMessages.facts.title}>
            <CaseFacts request={request} />
          </Section>
          <Section id="timeline" title={caseMessages.timeline.title}>
            <CaseTimeline events={request.events} />
          </Section>
          <Section id="mails" title={caseMessages.mails.title}>
            <CaseMails mails={mails} />
          </Section>
        </div>
      </div>
      <CaseKeys />
    </DeskPage>
  );
}

function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: React.ReactNode;
}) {
  return (
    <Panel aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
    </Panel>
  );
}
