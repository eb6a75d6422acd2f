"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { countResults, type ListCounts, listResults, noResults } from "./count-results";
import { metaIdsMessages as messages } from "./messages/meta-ids-messages";

type Upload =
  | { step: "choosing" | "failed" }
  | { step: "sending"; counts: ListCounts }
  | { step: "done"; counts: ListCounts; csv: string };

/** Sends a file as it is, and counts the results while they come in. */
export function MetaIdsUpload({ address }: { address: string }) {
  const [upload, setUpload] = useState<Upload>({ step: "choosing" });
  const isSending = upload.step === "sending";

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return;
    setUpload({ step: "sending", counts: noResults });
    try {
      const { counts, csv } = await post(address, file, (so) =>
        setUpload({ step: "sending", counts: so }),
      );
      setUpload({ step: "done", counts, csv: URL.createObjectURL(csv) });
    } catch {
      setUpload({ step: "failed" });
    }
  }

  return (
    <div className="grid gap-6">
      <form onSubmit={send} className="grid justify-items-start gap-4">
        <label className="grid gap-2">
          <span className="font-medium">{messages.file}</span>
          <input
            type="file"
            name="file"
            accept=".csv,.txt,text/csv,text/plain"
            required
            aria-describedby="meta-ids-hint"
            className="max-w-full rounded-lg border border-line-strong bg-surface p-2.5"
          />
        </label>
        <p id="meta-ids-hint" className="text-ink-muted text-sm">
          {messages.hint}
        </p>
        <Button type="submit" isBusy={isSending}>
          {isSending ? messages.sending : messages.send}
        </Button>
      </form>
      {upload.step === "failed" && (
        <Callout tone="danger" role="alert">
          {messages.failed}
        </Callout>
      )}
      {"counts" in upload && <Results {...upload} csv={"csv" in upload ? upload.csv : null} />}
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

async function post(
  address: string,
  file: File,
  tell: (counts: ListCounts) => void,
): Promise<{ counts: ListCounts; csv: Blob }> {
  const answer = await fetch(address, { method: "POST", body: file });
  if (!answer.ok || answer.body === null) throw new Error("The list was not taken.");

  const parts: string[] = [];
  let counts = noResults;
  let rest = "";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    counts = countResults(counts, lines);
    tell(counts);
  }
  return { counts, csv: new Blob(parts, { type: "text/csv" }) };
}
