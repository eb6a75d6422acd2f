"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { formatDate } from "@/components/ui/format-date";
import type { CasePreview } from "@/lib/erasure/desk/status";
import { type ActOf, useAct } from "../acts/use-act";
import { caseMessages } from "../messages/case-messages";
import { deskMessages } from "../messages/desk-messages";

const { plan } = caseMessages;

export type PreviewInput = {
  requestId: string;
  candidate: { subjectId: string; workspaceId: string | null } | null;
};

type CasePlanProps = PreviewInput & {
  categories: Readonly<Record<string, string>>;
  preview: ActOf<PreviewInput, CasePreview>;
  confirmPassword: ActOf<string>;
};

/** The dry run of a request, counted when it is asked for: that may take a while where there is much. */
export function CasePlan({
  requestId,
  candidate,
  categories,
  preview,
  confirmPassword,
}: CasePlanProps) {
  const [counted, setCounted] = useState<CasePreview | null>(null);
  const { run, isPending, refusal } = useAct(preview, confirmPassword, setCounted);

  return (
    <div className="grid gap-4">
      <p className="text-ink-muted text-sm">{plan.lead}</p>
      <div aria-live="polite" className="grid gap-4">
        {refusal && <Callout tone="danger">{refusal}</Callout>}
        {counted?.outcome === "review" && <Callout>{plan.review}</Callout>}
        {counted?.outcome === "wait" && <Callout>{plan.wait}</Callout>}
        {counted?.outcome === "refuse" && (
          <Callout>
            {fillMessage(plan.refuse, { reason: deskMessages.refusalReasons[counted.reason] })}
          </Callout>
        )}
        {counted?.outcome === "ready" && <Counts counted={counted} categories={categories} />}
      </div>
      <Button
        variant="secondary"
        size="compact"
        className="justify-self-start"
        isBusy={isPending}
        onClick={() => void run({ requestId, candidate })}
      >
        {plan.count}
      </Button>
    </div>
  );
}

function Counts({
  counted: { preview, heldBack },
  categories,
}: {
  counted: Extract<CasePreview, { outcome: "ready" }>;
  categories: Readonly<Record<string, string>>;
}) {
  const columns = [
    {
      key: "category",
      header: plan.category,
      isRowHeader: true,
      cell: ({ category }: { category: string }) => categories[category] ?? category,
    },
    {
      key: "rows",
      header: plan.rows,
      isNumeric: true,
      cell: ({ rows }: { rows: number }) => formatCount(rows),
    },
  ];
  const retained = preview.retained.map(({ category, rows, until }) => ({
    category,
    rows,
    until,
  }));

  return (
    <>
      <DataTable
        caption={plan.erased}
        rows={preview.erased}
        rowKey={({ category }) => category}
        emptyText={plan.nothing}
        columns={columns}
      />
      {heldBack.length > 0 && (
        <DataTable
          caption={plan.heldBack}
          rows={heldBack}
          rowKey={({ category }) => category}
          columns={columns}
        />
      )}
      {retained.length > 0 && (
        <DataTable
          caption={plan.retained}
          rows={retained}
          rowKey={({ category }) => category}
          columns={[
            ...columns.slice(0, 1),
            {
              key: "until",
              header: "",
              cell: ({ until }) =>
                until === null ? "" : fillMessage(plan.until, { date: formatDate(until) }),
            },
            ...columns.slice(1),
          ]}
        />
      )}
    </>
  );
}
