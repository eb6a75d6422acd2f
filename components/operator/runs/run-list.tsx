import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { formatDate } from "@/components/ui/format-date";
import { Progress } from "@/components/ui/progress";
import { TextLink } from "@/components/ui/text-link";
import type { RunRow } from "@/lib/erasure/desk/status";
import { DueBadge } from "../due-badge";
import { deskMessages } from "../messages/desk-messages";
import { runMessages } from "../messages/run-messages";
import { residueInWords } from "../residue-in-words";
import { StateBadge } from "../state-badge";

type RunListProps = {
  title: string;
  runs: readonly RunRow[];
  now: Date;
  /** Said where there are none. */
  empty?: string;
  children?: ReactNode;
};

/** Runs of one kind, each with how far it is. */
export function RunList({ title, runs, now, empty, children }: RunListProps) {
  const titleId = useId();

  return (
    <section aria-labelledby={titleId} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id={titleId} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
      {runs.length === 0 && empty !== undefined && (
        <p className="rounded-xl border border-line p-6 text-center text-ink-muted">{empty}</p>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {runs.map((run) => (
          <li
            key={run.requestId}
            className="grid gap-3 rounded-2xl border border-line bg-surface p-5"
          >
            <Progress
              label={
                <TextLink
                  href={`/operator/requests/${run.confirmationCode}`}
                  className="break-all font-mono text-sm"
                >
                  {run.confirmationCode}
                </TextLink>
              }
              value={run.done}
              max={run.planned}
              valueText={fillMessage(runMessages.rows, {
                done: formatCount(run.done),
                planned: formatCount(run.planned),
              })}
            />
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <StateBadge state={run.state} />
              <Badge>{deskMessages.subjects[run.subjectKind]}</Badge>
              <DueBadge {...run} closedAt={run.endedAt} isExtended={false} now={now} />
              {run.endedAt === null && <span className="text-ink-muted">{whoHasIt(run)}</span>}
            </p>
            {run.residue.length > 0 && (
              <ul className="list-disc ps-5 text-danger text-sm">
                {run.residue.map((place) => (
                  <li key={`${place.kind} ${place.table} ${place.column}`}>
                    {residueInWords(place)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whoHasIt({ state, isHeld, retryAfter }: RunRow): string {
  if (state === "on_hold") return runMessages.onHold;
  if (isHeld) return runMessages.worker;
  if (retryAfter === null) return runMessages.waiting;
  return fillMessage(runMessages.backOff, { date: formatDate(retryAfter, "minute") });
}
