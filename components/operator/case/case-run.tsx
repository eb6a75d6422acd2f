import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { Progress } from "@/components/ui/progress";
import type { CaseRun as Run } from "@/lib/erasure/desk/status";
import { caseMessages } from "../messages/case-messages";
import { residueInWords } from "../residue-in-words";
import { CaseFiles } from "./case-files";

const { run: words } = caseMessages;

/** How far a run is, step by step, and where something was left. */
export function CaseRun({ run }: { run: Run }) {
  const changing = run.steps.filter(({ action }) => action !== "retain");
  const planned = changing.reduce((sum, step) => sum + step.planned, 0);
  const done = changing.reduce((sum, step) => sum + Math.min(step.done, step.planned), 0);
  const residue = run.state === "failed" ? run.residue : [];

  return (
    <div className="grid gap-5">
      {residue.length > 0 && (
        <Callout tone="danger" title={words.residueTitle}>
          <ul className="list-disc ps-5">
            {residue.map((place) => (
              <li key={`${place.kind} ${place.table} ${place.column}`}>{residueInWords(place)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Progress
        label={words.progress}
        value={done}
        max={planned}
        valueText={fillMessage(words.of, {
          done: formatCount(done),
          planned: formatCount(planned),
        })}
      />
      {run.files.length > 0 && <CaseFiles files={run.files} />}
      <details>
        <summary className="min-h-11 py-2 font-medium text-accent">{words.steps}</summary>
        <DataTable
          caption={words.steps}
          isCaptionHidden
          className="mt-2 text-sm"
          rows={run.steps.filter((step) => step.planned > 0 || step.done > 0)}
          rowKey={(step) => `${step.action} ${step.table}`}
          columns={[
            { key: "table", header: words.table, cell: (step) => step.table, isRowHeader: true },
            { key: "action", header: words.action, cell: (step) => words.actions[step.action] },
            { key: "state", header: words.state, cell: (step) => words.states[step.state] },
            {
              key: "rows",
              header: words.rows,
              isNumeric: true,
              cell: ({ action, done: rows, planned: all }) =>
                action === "retain"
                  ? formatCount(all)
                  : fillMessage(words.of, { done: formatCount(rows), planned: formatCount(all) }),
            },
          ]}
        />
      </details>
    </div>
  );
}
