import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { QueueRow } from "@/lib/erasure/desk/status";
import { overviewMessages } from "../messages/overview-messages";
import { QueueTable } from "../queue-table";

const { late: words } = overviewMessages;

/** What has waited longest beyond its day. */
export function LateRequests({ late, now }: { late: readonly QueueRow[]; now: Date }) {
  return (
    <Panel aria-labelledby="late" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="late" className="font-semibold text-lg">
        {words.title}
      </h2>
      <QueueTable rows={late} caption={words.title} emptyText={words.none} now={now} />
      {late.length > 0 && (
        <p>
          <TextLink href="/operator/requests?view=late">{words.all}</TextLink>
        </p>
      )}
    </Panel>
  );
}
