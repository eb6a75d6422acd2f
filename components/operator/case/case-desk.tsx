"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { CasePreview, CaseDetails as Details, RequestCase } from "@/lib/erasure/desk/status";
import type { CaseActions } from "../acts/case-actions";
import { CaseActs } from "../acts/case-acts";
import { type ActOf, useAct } from "../acts/use-act";
import { actMessages } from "../messages/act-messages";
import { caseMessages } from "../messages/case-messages";
import { CaseDetails } from "./case-details";
import { CasePlan, type PreviewInput } from "./case-plan";

const { asked, plan, proof: proofWords } = caseMessages;

type CaseDeskProps = {
  request: RequestCase;
  extensionDays: number;
  categories: Readonly<Record<string, string>>;
  /** Those that a hold can be on by themselves. */
  heldCategories: Readonly<Record<string, string>>;
  actions: CaseActions & {
    open: ActOf<{ requestId: string }, Details>;
    preview: ActOf<PreviewInput, CasePreview>;
  };
  /** Files that came with the request, where any did. */
  proof?: ReactNode | undefined;
};

/** The working part of a request's page: what was asked, whom it is about, what would go, what to do. */
export function CaseDesk(props: CaseDeskProps) {
  const { request, extensionDays, categories, heldCategories, actions, proof } = props;
  const { id: requestId } = request;
  const [details, setDetails] = useState<Details | null>(null);
  const [whom, setWhom] = useState<string | null>(null);
  const opening = useAct(actions.open, actions.confirmPassword, setDetails);
  const candidates = details?.candidates ?? null;
  const chosen = candidates?.find(({ subjectId }) => subjectId === whom) ?? candidates?.[0];
  const isChosen = request.subjectId === null && chosen !== undefined;
  const isEnded = request.closedAt !== null;

  return (
    <>
      <Panel aria-labelledby="decide" className="grid gap-4">
        <h2 id="decide" className="font-semibold text-lg">
          {actMessages.title}
        </h2>
        <CaseActs
          request={request}
          candidates={candidates}
          extensionDays={extensionDays}
          categories={heldCategories}
          actions={actions}
        />
      </Panel>
      <Panel aria-labelledby="asked" className="grid gap-4">
        <h2 id="asked" className="font-semibold text-lg">
          {asked.title}
        </h2>
        {details !== null && <CaseDetails details={details} />}
        {details === null && (
          <>
            <p className="text-ink-muted">{request.isSealed ? asked.sealed : asked.destroyed}</p>
            {opening.refusal && <Callout tone="danger">{opening.refusal}</Callout>}
            {request.isSealed && (
              <Button
                variant="secondary"
                size="compact"
                className="justify-self-start"
                isBusy={opening.isPending}
                onClick={() => void opening.run({ requestId })}
              >
                {asked.open}
              </Button>
            )}
          </>
        )}
        <h3 className="font-medium">{proofWords.title}</h3>
        {proof ?? <p className="text-ink-muted">{proofWords.none}</p>}
      </Panel>
      {!isEnded && request.run === null && (
        <Panel aria-labelledby="plan" className="grid gap-4">
          <h2 id="plan" className="font-semibold text-lg">
            {plan.title}
          </h2>
          {request.subjectId === null && candidates !== null && candidates.length > 1 && (
            <Field label={actMessages.fields.whom}>
              {(control) => (
                <Select
                  {...control}
                  value={chosen?.subjectId}
                  onChange={(event) => setWhom(event.currentTarget.value)}
                >
                  {candidates.map(({ subjectId, label }) => (
                    <option key={subjectId} value={subjectId}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <CasePlan
            key={chosen?.subjectId}
            requestId={requestId}
            candidate={
              isChosen ? { subjectId: chosen.subjectId, workspaceId: chosen.workspaceId } : null
            }
            categories={categories}
            preview={actions.preview}
            confirmPassword={actions.confirmPassword}
          />
        </Panel>
      )}
    </>
  );
}
