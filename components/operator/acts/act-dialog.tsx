"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { TextInput } from "@/components/ui/text-input";
import { actMessages } from "../messages/act-messages";
import { deskMessages } from "../messages/desk-messages";
import { type ActOf, useAct } from "./use-act";

type Words = { button: string; title: string; text: string; submit: string; done: string };

type ActDialogProps<Input> = {
  words: Words;
  look?: "primary" | "secondary" | "danger" | "quiet";
  act: ActOf<Input>;
  confirmPassword: ActOf<string>;
  /** What the form's answers make; they are checked where the act is. */
  inputOf: (form: FormData) => Input;
  children?: ReactNode | ((faults: Readonly<Record<string, string>>) => ReactNode);
};

/** A button, and behind it one act: what it does, what it needs to know, and what came of it. */
export function ActDialog<Input>({
  words,
  look = "secondary",
  act,
  confirmPassword,
  inputOf,
  children,
}: ActDialogProps<Input>) {
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState("");
  const { run, reset, isPending, refusal, faults, needsPassword } = useAct(
    act,
    confirmPassword,
    () => {
      setIsOpen(false);
      setSaid(words.done);
    },
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = form.get("password");
    form.delete("password");
    void run(inputOf(form), typeof password === "string" ? password : undefined);
  }

  return (
    <>
      <LiveRegion>{said}</LiveRegion>
      <Dialog
        title={words.title}
        description={words.text}
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          setSaid("");
          if (!open) reset();
        }}
        trigger={
          <Button variant={look === "danger" ? "secondary" : look} size="compact">
            {words.button}
          </Button>
        }
        actions={
          <>
            <Button
              type="submit"
              form={formId}
              variant={look === "danger" ? "danger" : "primary"}
              isBusy={isPending}
            >
              {words.submit}
            </Button>
            <DialogClose>
              <Button variant="secondary">{deskMessages.close}</Button>
            </DialogClose>
          </>
        }
      >
        <form id={formId} method="post" onSubmit={submit} noValidate className="grid gap-5">
          {typeof children === "function" ? children(faults) : children}
          {needsPassword && (
            <Field label={actMessages.password.label} hint={actMessages.password.text}>
              {(control) => (
                <TextInput
                  {...control}
                  name="password"
                  type="password"
                  autoComplete="current-password"
                  required
                  autoFocus
                />
              )}
            </Field>
          )}
          <div role="alert">{refusal && <Callout tone="danger">{refusal}</Callout>}</div>
        </form>
      </Dialog>
    </>
  );
}
