import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { importMessages as messages } from "../messages/import-messages";
import type { ImportResults } from "./import-results";

type ImportReportProps = {
  results: ImportResults;
  /** The address of the whole answer, once it is there. */
  csv: string | null;
};

/** What became of a list: the counts, and each line that was refused with the reason. */
export function ImportReport({ results, csv }: ImportReportProps) {
  const { imported, updated, refused, refusals, stopped } = results;
  const count = formatCount(imported + updated + refused);

  return (
    <section className="grid gap-5">
      <div role="status">
        <p className="font-medium">
          {fillMessage(csv === null ? messages.progress : messages.done, { count })}
        </p>
        <p className="text-ink-muted">
          {fillMessage(messages.counts, {
            imported: formatCount(imported),
            updated: formatCount(updated),
            refused: formatCount(refused),
          })}
        </p>
      </div>
      {stopped && <Callout tone="warning">{messages.stops[stopped]}</Callout>}
      {refusals.length > 0 && (
        <table className="w-full text-start">
          <caption className="pb-2 text-start font-semibold">{messages.refusedTitle}</caption>
          <thead>
            <tr className="border-line-strong border-b text-ink-muted text-sm">
              <th scope="col" className="w-20 py-2 text-start font-medium">
                {messages.line}
              </th>
              <th scope="col" className="py-2 text-start font-medium">
                {messages.reason}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {refusals.map(({ line, reason }) => (
              <tr key={line} className="align-top">
                <th scope="row" className="py-2 text-start font-normal tabular-nums">
                  {line}
                </th>
                <td className="py-2">{messages.refusals[reason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused > refusals.length && (
        <p className="text-ink-muted text-sm">
          {fillMessage(messages.more, { count: formatCount(refusals.length) })}
        </p>
      )}
      {csv !== null && (
        <p className="prose-links">
          <a href={csv} download="import-results.csv">
            {messages.download}
          </a>
        </p>
      )}
    </section>
  );
}
