import { DataTable } from "@/components/ui/data-table";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import type { CaseFiles as Files } from "@/lib/erasure/desk/status";
import { caseMessages } from "../messages/case-messages";

const { run: words } = caseMessages;

/** How far a run is with the bytes in the object store, and what held it up. */
export function CaseFiles({ files }: { files: readonly Files[] }) {
  return (
    <DataTable
      caption={words.files.title}
      className="text-sm"
      rows={files.map((step, at) => ({ ...step, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          key: "state",
          header: words.state,
          cell: ({ state }) => words.states[state],
          isRowHeader: true,
        },
        {
          key: "done",
          header: words.files.done,
          isNumeric: true,
          cell: ({ done, planned }) =>
            fillMessage(words.of, { done: formatCount(done), planned: formatCount(planned) }),
        },
        {
          key: "failures",
          header: words.files.failures,
          isNumeric: true,
          cell: ({ failures }) => (
            <span className={failures > 0 ? "font-semibold text-danger" : undefined}>
              {formatCount(failures)}
            </span>
          ),
        },
        { key: "lastError", header: words.files.lastError, cell: (step) => step.lastError ?? "" },
      ]}
    />
  );
}
