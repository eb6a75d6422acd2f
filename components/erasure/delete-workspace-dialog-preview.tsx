import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { formatCount } from "@/components/ui/format-count";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

/** What a deletion would do now, in the words of the published policy. */
export type WorkspaceDeletionPreview = {
  erased: { title: string; contents: string; rows: number }[];
  retained: { title: string; reason: string; rows: number; until: Date | null }[];
};

const messages = deleteWorkspaceMessages.preview;

/** The counts, category by category, and what outlives the workspace. */
export function DeleteWorkspaceDialogPreview({ preview }: { preview: WorkspaceDeletionPreview }) {
  return (
    <>
      <section className="grid gap-3">
        <h3 className="font-semibold">{messages.erased}</h3>
        <ul className="divide-y divide-line border-line border-y">
          {preview.erased.map(({ title, contents, rows }) => (
            <CountedLine key={title} title={title} rows={rows} detail={contents} />
          ))}
        </ul>
        <p className="flex justify-between gap-4 font-semibold">
          <span>{messages.total}</span>
          <span className="tabular-nums">{formatCount(totalOf(preview))}</span>
        </p>
      </section>
      <section className="grid gap-3">
        <h3 className="font-semibold">{messages.retained}</h3>
        {preview.retained.length === 0 ? (
          <p className="text-ink-muted">{messages.nothingRetained}</p>
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {preview.retained.map(({ title, reason, rows, until }) => (
              <CountedLine
                key={title}
                title={title}
                rows={rows}
                detail={
                  <>
                    {reason} <Period until={until} />
                  </>
                }
              />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** How many rows would go, over all categories. */
export function totalOf(preview: WorkspaceDeletionPreview): number {
  return preview.erased.reduce((total, { rows }) => total + rows, 0);
}

function CountedLine({ title, rows, detail }: { title: string; rows: number; detail: ReactNode }) {
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 py-2.5">
      <span className="font-medium">{title}</span>
      <span className="text-end tabular-nums">{formatCount(rows)}</span>
      <span className="col-span-2 pe-12 text-ink-muted text-sm">{detail}</span>
    </li>
  );
}

function Period({ until }: { until: Date | null }) {
  if (until === null) return messages.keptEndlessly;

  return (
    <>
      {messages.keptUntil} <DateTime value={until} />.
    </>
  );
}
