"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { importMessages as messages } from "../messages/import-messages";
import { ImportReport } from "./import-report";
import { type ImportResults, noResults, withResults } from "./import-results";

type Importing =
  | { step: "choosing" | "failed" }
  | { step: "sending"; results: ImportResults }
  | { step: "done"; results: ImportResults; csv: string };

/** Sends a list as it is, and shows what becomes of its lines while it is still being read. */
export function ContactsImport({ address }: { address: string }) {
  const [importing, setImporting] = useState<Importing>({ step: "choosing" });
  const isSending = importing.step === "sending";

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return;
    setImporting({ step: "sending", results: noResults });
    try {
      const { results, csv } = await post(address, file, (so) =>
        setImporting({ step: "sending", results: so }),
      );
      setImporting({ step: "done", results, csv: URL.createObjectURL(csv) });
    } catch {
      setImporting({ step: "failed" });
    }
  }

  return (
    <div className="grid gap-8">
      <form onSubmit={send} className="grid justify-items-start gap-4">
        <label className="grid gap-2">
          <span className="font-medium">{messages.file}</span>
          <input
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            required
            aria-describedby="import-hint"
            className="max-w-full rounded-lg border border-line-strong bg-surface p-2.5"
          />
        </label>
        <p id="import-hint" className="text-ink-muted text-sm">
          {messages.hint}
        </p>
        <Button type="submit" isBusy={isSending}>
          {isSending ? messages.sending : messages.send}
        </Button>
      </form>
      {importing.step === "failed" && (
        <Callout tone="danger" role="alert">
          {messages.failed}
        </Callout>
      )}
      {"results" in importing && (
        <ImportReport
          results={importing.results}
          csv={importing.step === "done" ? importing.csv : null}
        />
      )}
    </div>
  );
}

async function post(
  address: string,
  file: File,
  tell: (results: ImportResults) => void,
): Promise<{ results: ImportResults; csv: Blob }> {
  const answer = await fetch(address, { method: "POST", body: file });
  if (!answer.ok || answer.body === null) throw new Error("The list was not taken.");

  const parts: string[] = [];
  let results = noResults;
  let rest = "";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    results = withResults(results, lines);
    tell(results);
  }
  return { results, csv: new Blob(parts, { type: "text/csv" }) };
}
