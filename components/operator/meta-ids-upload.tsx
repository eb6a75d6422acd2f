"use client";

import { ListForm } from "@/components/lists/list-form";
import { useSentList } from "@/components/lists/use-sent-list";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { countResults, type ListCounts, listResults, noResults } from "./count-results";
import { metaIdsMessages as messages } from "./messages/meta-ids-messages";

const tally = { none: noResults, add: countResults };

/** Sends a file as it is, and counts the results while they come in. */
export function MetaIdsUpload({ address }: { address: string }) {
  const { sending, send } = useSentList(address, tally);

  return (
    <div className="grid gap-6">
      <ListForm
        messages={messages}
        accept=".csv,.txt,text/csv,text/plain"
        step={sending.step}
        onSend={send}
      />
      {"results" in sending && (
        <Results counts={sending.results} csv={sending.step === "done" ? sending.csv : null} />
      )}
    </div>
  );
}

function Results({ counts, csv }: { counts: ListCounts; csv: string | null }) {
  const count = listResults.reduce((sum, result) => sum + counts[result], 0).toLocaleString("en");

  return (
    <section className="grid gap-4">
      <p role="status" className="font-medium">
        {fillMessage(csv === null ? messages.progress : messages.done, { count })}
      </p>
      {counts.isInterrupted && <Callout tone="warning">{messages.interrupted}</Callout>}
      <table className="max-w-md text-start">
        <thead>
          <tr className="border-line-strong border-b text-ink-muted text-sm">
            <th scope="col" className="py-2 text-start font-medium">
              {messages.result}
            </th>
            <th scope="col" className="py-2 text-end font-medium">
              {messages.lines}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {listResults.map((result) => (
            <tr key={result}>
              <th scope="row" className="py-2 text-start font-normal">
                {messages.results[result]}
              </th>
              <td className="py-2 text-end tabular-nums">{counts[result].toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {csv !== null && (
        <p className="prose-links">
          <a href={csv} download="meta-ids-results.csv">
            {messages.download}
          </a>
        </p>
      )}
    </section>
  );
}
