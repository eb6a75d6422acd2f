import { DataList } from "@/components/ui/data-list";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { Timeline } from "@/components/ui/timeline";
import { DueBadge } from "../due-badge";
import { Specimen } from "./specimen";

const columns = [
  { key: "what", header: "What", isRowHeader: true, cell: ({ what }: Line) => what },
  { key: "rows", header: "Rows", isNumeric: true, cell: ({ rows }: Line) => rows },
];
type Line = { what: string; rows: number };

const day = 24 * 60 * 60 * 1000;

/** What holds matter: panels, tables, lists, progress and time; full, empty and on their way. */
export function MatterSpecimens({ now }: { now: Date }) {
  const inDays = (days: number) => new Date(now.getTime() + days * day);

  return (
    <>
      <Specimen name="Panels">
        <Panel className="w-80 max-w-full">Something of its own.</Panel>
        <Panel tone="danger" className="w-80 max-w-full">
          Something that destroys.
        </Panel>
      </Specimen>
      <Specimen name="Tables and lists">
        <DataTable
          caption="With rows"
          columns={columns}
          rows={[{ what: "Messages", rows: 12_480 }]}
          rowKey={({ what }) => what}
        />
        <DataTable
          caption="Empty"
          columns={columns}
          rows={[]}
          rowKey={({ what }) => what}
          emptyText="There are none."
        />
        <DataList
          className="w-80 max-w-full"
          items={[
            { key: "code", term: "Code", value: "0000-0000" },
            { key: "kept", term: "Kept", value: "Invoices" },
          ]}
        />
      </Specimen>
      <Specimen name="Progress">
        {[0, 40, 100].map((value) => (
          <Progress
            key={value}
            label="Deleting"
            value={value}
            max={100}
            valueText={`${value} of 100 rows`}
            className="w-80 max-w-full"
          />
        ))}
        <Skeleton className="h-12 w-80 max-w-full" />
      </Specimen>
      <Specimen name="Time">
        {[20, 5, 1, -2].map((days) => (
          <DueBadge
            key={days}
            dueAt={inDays(days)}
            closedAt={null}
            isExtended={days === 5}
            now={now}
          />
        ))}
        <Timeline
          label="What happened"
          items={[
            { key: "1", title: "Received", at: "1 November", tone: "neutral" },
            { key: "2", title: "Deleting", detail: "40 of 100 rows", tone: "accent" },
            { key: "3", title: "Backups gone", at: "1 December", isAhead: true },
          ]}
        />
      </Specimen>
    </>
  );
}
