"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { Specimen } from "./specimen";

const variants = ["primary", "secondary", "quiet", "danger"] as const;

/** What is pressed, chosen and typed into: at rest, busy, off and at fault. */
export function ControlSpecimens() {
  return (
    <>
      <Specimen name="Buttons">
        {variants.map((variant) => (
          <div key={variant} className="flex flex-wrap items-center gap-3">
            <Button variant={variant}>{variant}</Button>
            <Button variant={variant} size="compact">
              compact
            </Button>
            <Button variant={variant} isBusy>
              busy
            </Button>
            <Button variant={variant} disabled>
              off
            </Button>
          </div>
        ))}
        <ButtonLink href="/operator/styleguide">a link</ButtonLink>
        <CopyButton text="0000-0000" label="Copy" copiedLabel="Copied" />
      </Specimen>
      <Specimen name="Fields">
        <Field label="At rest" hint="What it is for." className="w-80 max-w-full">
          {(control) => <TextInput {...control} placeholder="Nothing yet" />}
        </Field>
        <Field label="At fault" error="Say what to do instead." className="w-80 max-w-full">
          {(control) => <TextInput {...control} defaultValue="Not that" />}
        </Field>
        <Field label="Off" optionalLabel="optional" className="w-80 max-w-full">
          {(control) => <TextInput {...control} disabled defaultValue="Nobody types here" />}
        </Field>
        <Field label="A choice" className="w-80 max-w-full">
          {(control) => (
            <Select {...control} defaultValue="one">
              <option value="one">One</option>
              <option value="two">Two</option>
            </Select>
          )}
        </Field>
        <Field label="Many lines" className="w-80 max-w-full">
          {(control) => <TextArea {...control} rows={3} />}
        </Field>
      </Specimen>
      <Specimen name="Choices">
        <div className="grid gap-3">
          <Checkbox label="Not chosen" hint="What it does." />
          <Checkbox label="Chosen" defaultChecked />
          <Checkbox label="At fault" error="Tick the box to go on." />
          <Checkbox label="Off" disabled />
        </div>
        <RadioCards
          legend="One of these"
          name="specimen"
          defaultValue="first"
          cards={[
            { value: "first", label: "The first", hint: "What it means." },
            { value: "second", label: "The second" },
          ]}
        />
      </Specimen>
      <Specimen name="Dialog">
        <Dialog
          title="Its title asks"
          description="What will happen."
          trigger={<Button variant="danger">Open the dialog</Button>}
          actions={
            <DialogClose>
              <Button variant="secondary">Close</Button>
            </DialogClose>
          }
        >
          <p>What one has to know before one answers.</p>
        </Dialog>
      </Specimen>
    </>
  );
}
