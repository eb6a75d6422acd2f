"use client";

import { Badge } from "@/components/ui/badge";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import { TextLink } from "@/components/ui/text-link";
import type { HoldRow } from "@/lib/erasure/desk/status";
import { ActDialog } from "../acts/act-dialog";
import type { ActOf } from "../acts/use-act";
import { holdMessages } from "../messages/hold-messages";
import { basisInWords } from "./basis-in-words";

const { table, release: releaseWords, subject } = holdMessages;

type HoldsTableProps = {
  holds: readonly HoldRow[];
  view: "standing" | "ended";
  categories: Readonly<Record<string, string>>;
  release: ActOf<{ holdId: string }>;
  confirmPassword: ActOf<string>;
};

/** The holds, each with what it covers, on what basis, and the requests that wait for it. */
export function HoldsTable({ holds, view, categories, release, confirmPassword }: HoldsTableProps) {
  if (holds.length === 0) {
    return (
      <p className="rounded-xl border border-line p-8 text-center text-ink-muted">
        {view === "standing" ? table.empty : table.emptyEnded}
      </p>
    );
  }

  return (
    <ul aria-label={table.caption} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {holds.map((hold) => (
        <li
          key={hold.id}
          className="grid gap-x-6 gap-y-3 rounded-2xl border border-line bg-surface p-5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="grid gap-1">
            <h2 className="flex flex-wrap items-center gap-2 font-semibold">
              <span className="break-all">{onWhat(hold)}</span>
              <Badge tone="warning">
                {hold.category === null
                  ? table.everything
                  : (categories[hold.category] ?? hold.category)}
              </Badge>
            </h2>
            <p>
              {basisInWords(hold.basis)} <span className="text-ink-muted">({hold.reference})</span>
            </p>
            <p className="text-ink-muted text-sm">
              {fillMessage(table.placedBy, {
                date: formatDate(hold.placedAt),
                name: hold.placedBy ?? table.someone,
              })}{" "}
              {untilWhen(hold)}
            </p>
            <Stopped codes={hold.stopped} isStanding={view === "standing"} />
          </div>
          {view === "standing" && (
            <div className="self-start">
              <ActDialog
                words={releaseWords}
                act={release}
                confirmPassword={confirmPassword}
                inputOf={() => ({ holdId: hold.id })}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Stopped({ codes, isStanding }: { codes: readonly string[]; isStanding: boolean }) {
  if (!isStanding) return null;
  if (codes.length === 0) {
    return <p className="text-ink-muted text-sm">{table.nothingStopped}</p>;
  }

  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      {table.stops}
      {codes.map((code) => (
        <TextLink key={code} href={`/operator/requests/${code}`} className="font-mono">
          {code}
        </TextLink>
      ))}
    </p>
  );
}

function onWhat({ subjectKind, subjectId, workspaceSlug, contacts }: HoldRow): string {
  const tail = subjectId.slice(-6);
  if (subjectKind === "account") return fillMessage(subject.account, { tail });
  const slug = workspaceSlug ?? table.gone;
  if (contacts > 1) return fillMessage(subject.contacts, { slug, count: String(contacts) });
  return fillMessage(subject[subjectKind], { slug, tail });
}

function untilWhen({ expiresAt, releasedAt }: HoldRow): string {
  if (releasedAt !== null) return fillMessage(table.released, { date: formatDate(releasedAt) });
  if (expiresAt === null) return table.noEnd;
  return fillMessage(table.until, { date: formatDate(expiresAt) });
}
