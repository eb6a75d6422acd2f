import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import type { AskedController } from "@/lib/erasure/desk/status";
import { DueBadge } from "../due-badge";
import { caseMessages } from "../messages/case-messages";
import { deskMessages } from "../messages/desk-messages";

const { controllers: words } = caseMessages;

type CaseControllersProps = { controllers: readonly AskedController[]; now: Date };

/** Which businesses a customer's request was passed on to, what they answered, and who has not. */
export function CaseControllers({ controllers, now }: CaseControllersProps) {
  return (
    <>
      <p className="text-ink-muted text-sm">{words.lead}</p>
      <DataTable
        caption={words.title}
        isCaptionHidden
        className="text-sm"
        rows={controllers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "workspace",
            header: words.workspace,
            isRowHeader: true,
            cell: ({ workspaceSlug }) => workspaceSlug ?? words.gone,
          },
          {
            key: "matched",
            header: words.matched,
            cell: (asked) => words.matches[asked.matchedBy],
          },
          { key: "state", header: words.state, cell: answerOf },
          {
            key: "due",
            header: words.due,
            cell: ({ dueAt, state }) =>
              state === "open" ? (
                <DueBadge dueAt={dueAt} closedAt={null} isExtended={false} now={now} />
              ) : (
                <DateTime value={dueAt} />
              ),
          },
          {
            key: "ended",
            header: words.ended,
            cell: ({ endedAt }) => endedAt && <DateTime value={endedAt} precision="minute" />,
          },
        ]}
      />
    </>
  );
}

function answerOf({ state, refusalReason }: AskedController): string {
  if (refusalReason === null) return words.states[state];
  return fillMessage(words.refused, { reason: deskMessages.refusalReasons[refusalReason] });
}
