import { type FormEvent, useState } from "react";
import { sendList, type Tally } from "./send-list";

export type Sending<Results> =
  | { step: "choosing" | "failed" }
  | { step: "sending"; results: Results }
  | { step: "done"; results: Results; csv: string };

/** Sends the file of a form, and knows how far that has come; at its end, where its results are. */
export function useSentList<Results>(address: string, tally: Tally<Results>) {
  const [sending, setSending] = useState<Sending<Results>>({ step: "choosing" });

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return;
    setSending({ step: "sending", results: tally.none });
    try {
      const { results, csv } = await sendList(address, file, tally, (so) =>
        setSending({ step: "sending", results: so }),
      );
      setSending({ step: "done", results, csv: URL.createObjectURL(csv) });
    } catch {
      setSending({ step: "failed" });
    }
  }

  return { sending, send };
}
