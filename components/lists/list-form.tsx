import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Sending } from "./use-sent-list";

type ListFormProps = {
  messages: Readonly<Record<"file" | "hint" | "send" | "sending" | "failed", string>>;
  /** The kinds of files to choose from. */
  accept: string;
  step: Sending<unknown>["step"];
  onSend: (event: FormEvent<HTMLFormElement>) => void;
};

const withoutScript =
  "A list is sent and answered line by line, which needs JavaScript, and it is off. Turn it on for this page, or have a colleague send the list.";

/** Where a list is chosen and sent. */
export function ListForm({ messages, accept, step, onSend }: ListFormProps) {
  const hintId = useId();

  return (
    <>
      <noscript>
        <Callout tone="neutral">{withoutScript}</Callout>
      </noscript>
      <form
        method="post"
        onSubmit={onSend}
        className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-4"
      >
        <label className="grid max-w-full grid-cols-[minmax(0,1fr)] gap-2">
          <span className="font-medium">{messages.file}</span>
          <input
            type="file"
            name="file"
            accept={accept}
            required
            aria-describedby={hintId}
            className="w-96 max-w-full rounded-lg border border-line-strong bg-surface p-2.5"
          />
        </label>
        <p id={hintId} className="text-ink-muted text-sm">
          {messages.hint}
        </p>
        <Button type="submit" isBusy={step === "sending"}>
          {step === "sending" ? messages.sending : messages.send}
        </Button>
      </form>
      {step === "failed" && (
        <Callout tone="danger" role="alert">
          {messages.failed}
        </Callout>
      )}
    </>
  );
}
