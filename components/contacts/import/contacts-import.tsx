"use client";

import { ListForm } from "@/components/lists/list-form";
import { useSentList } from "@/components/lists/use-sent-list";
import { importMessages } from "../messages/import-messages";
import { ImportReport } from "./import-report";
import { noResults, withResults } from "./import-results";

const tally = { none: noResults, add: withResults };

/** Sends a list as it is, and shows what becomes of its lines while it is still being read. */
export function ContactsImport({ address }: { address: string }) {
  const { sending, send } = useSentList(address, tally);

  return (
    <div className="grid gap-8">
      <ListForm
        messages={importMessages}
        accept=".csv,.tsv,.txt,text/csv"
        step={sending.step}
        onSend={send}
      />
      {"results" in sending && (
        <ImportReport
          results={sending.results}
          csv={sending.step === "done" ? sending.csv : null}
        />
      )}
    </div>
  );
}
