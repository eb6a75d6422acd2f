"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import type { OnExport } from "@/lib/exports/schemas";
import type { ExportStatus } from "@/lib/exports/status";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { ExportItem } from "./export-item";
import { exportMessages } from "./messages/export-messages";

type ExportListProps = {
  workspaceId: string;
  exports: readonly ExportStatus[];
  endExport: BothWays<OnExport, TeamResult>;
};

const messages = exportMessages.list;
const pollMilliseconds = 2_000;

/** The exports there are: how far each is, where it can be downloaded, and the way to be rid of it. */
export function ExportList({ workspaceId, exports, endExport }: ExportListProps) {
  const router = useRouter();
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(endExport, {
    refusals: teamRefusalMessages,
    done: ({ isOpen: wasOpen }) => (wasOpen === "yes" ? messages.cancelled : messages.removed),
  });
  const isUnderWay = exports.some(({ state }) => isOpen(state));

  useEffect(() => {
    if (!isUnderWay) return;
    const polling = setInterval(() => router.refresh(), pollMilliseconds);
    return () => clearInterval(polling);
  }, [isUnderWay, router]);

  return (
    <section aria-labelledby="exports" className="grid gap-5">
      <h2 id="exports" className="font-semibold text-lg">
        {messages.title}
      </h2>
      {exports.length === 0 ? (
        <p className="text-ink-muted">{messages.none}</p>
      ) : (
        <>
          <ul className="divide-y divide-line border-line border-y">
            {exports.map((one) => (
              <ExportItem
                key={one.id}
                export={one}
                isBusy={isBusy}
                endByPost={posted.action}
                fields={{
                  workspaceId,
                  exportId: one.id,
                  isOpen: isOpen(one.state) ? "yes" : "no",
                }}
                onEnd={() =>
                  void act(
                    () => endExport({ workspaceId, exportId: one.id }),
                    isOpen(one.state) ? messages.cancelled : messages.removed,
                  )
                }
              />
            ))}
          </ul>
          {isUnderWay && (
            <noscript>
              <p className="text-sm">{messages.reload}</p>
            </noscript>
          )}
          <p className="text-ink-muted text-sm">{messages.keeping}</p>
        </>
      )}
      <OutcomeLine outcome={outcome ?? posted.outcome} />
    </section>
  );
}

function isOpen(state: ExportStatus["state"]): boolean {
  return state === "waiting" || state === "running";
}
