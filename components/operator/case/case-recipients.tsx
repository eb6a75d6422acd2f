"use client";

import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { formatCount } from "@/components/ui/format-count";
import type { RecipientOutcome } from "@/lib/erasure/status";
import { ActDialog } from "../acts/act-dialog";
import type { ActOf } from "../acts/use-act";
import { actMessages } from "../messages/act-messages";
import { caseMessages } from "../messages/case-messages";

const { recipients: words } = caseMessages;

type CaseRecipientsProps = {
  requestId: string;
  recipients: readonly RecipientOutcome[];
  tellAgain: ActOf<{ requestId: string }>;
  confirmPassword: ActOf<string>;
};

/** Which other systems were told, and what each answered; those that could not be told, once more. */
export function CaseRecipients(props: CaseRecipientsProps) {
  const { requestId, recipients, tellAgain, confirmPassword } = props;

  return (
    <>
      <DataTable
        caption={words.title}
        isCaptionHidden
        className="text-sm"
        rows={recipients}
        rowKey={({ recipient, act }) => `${recipient} ${act}`}
        columns={[
          {
            key: "recipient",
            header: words.recipient,
            isRowHeader: true,
            cell: ({ recipient }) => recipient,
          },
          { key: "act", header: words.act, cell: ({ act }) => act.replaceAll("_", " ") },
          {
            key: "done",
            header: words.done,
            isNumeric: true,
            cell: ({ done, alreadyGone }) => formatCount(done + alreadyGone),
          },
          {
            key: "open",
            header: words.open,
            isNumeric: true,
            cell: ({ open }) => formatCount(open),
          },
          {
            key: "failed",
            header: words.failed,
            isNumeric: true,
            cell: ({ failed }) => (
              <span className={failed > 0 ? "font-semibold text-danger" : undefined}>
                {formatCount(failed)}
              </span>
            ),
          },
          { key: "reason", header: words.reason, cell: ({ reason }) => reason ?? "" },
          {
            key: "last",
            header: words.last,
            cell: ({ lastAt }) => lastAt && <DateTime value={lastAt} precision="minute" />,
          },
        ]}
      />
      {recipients.some(({ failed }) => failed > 0) && (
        <div>
          <ActDialog
            words={actMessages.tellAgain}
            act={tellAgain}
            confirmPassword={confirmPassword}
            inputOf={() => ({ requestId })}
          />
        </div>
      )}
    </>
  );
}
