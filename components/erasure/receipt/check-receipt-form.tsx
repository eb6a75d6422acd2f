"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";

type CheckReceiptFormProps = {
  /** Answers with what was found, in words. */
  action: (found: ReactNode, form: FormData) => Promise<ReactNode>;
  words: { text: string; file: string; button: string };
};

/** Takes a receipt, pasted or as its file; the server says what it is. Works without scripts. */
export function CheckReceiptForm({ action, words }: CheckReceiptFormProps) {
  const [found, submit, isBusy] = useActionState(action, null);

  return (
    <>
      <form action={submit} className="grid gap-6 print:hidden">
        <Field label={words.text}>
          {(control) => (
            <TextArea
              {...control}
              name="text"
              rows={6}
              dir="ltr"
              spellCheck={false}
              className="font-mono text-sm"
            />
          )}
        </Field>
        <Field label={words.file}>
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              accept=".jws,.json,.txt"
              className="min-h-11 w-full text-sm"
            />
          )}
        </Field>
        <div>
          <Button type="submit" isBusy={isBusy}>
            {words.button}
          </Button>
        </div>
      </form>
      <div role="status" className="mt-10">
        {found}
      </div>
    </>
  );
}
