import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { holdBases } from "@/lib/erasure/desk/schemas";
import { actMessages } from "../messages/act-messages";
import { deskMessages } from "../messages/desk-messages";
import { answerIn } from "./answer-in";
import type { HoldTerms } from "./case-actions";
import { ReasonField } from "./reason-field";

const { fields } = actMessages;

type HoldFieldsProps = {
  /** What of a subject's data can be held by itself, by key. */
  categories: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
};

/** On what basis something is held, by which reference, until when, and of which data. */
export function HoldFields({ categories, faults }: HoldFieldsProps) {
  return (
    <>
      <Field label={fields.category} error={faults.category}>
        {(control) => (
          <Select {...control} name="category" defaultValue="">
            <option value="">{fields.everything}</option>
            {Object.entries(categories).map(([key, title]) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ReasonField
        name="basis"
        label={fields.basis}
        names={holdBases}
        words={deskMessages.holdBases}
        error={faults.basis}
      />
      <Field label={fields.reference} hint={fields.referenceHint} error={faults.reference}>
        {(control) => <TextInput {...control} name="reference" maxLength={80} autoComplete="off" />}
      </Field>
      <Field label={fields.until} hint={fields.untilHint} error={faults.until}>
        {(control) => <TextInput {...control} name="until" type="date" />}
      </Field>
    </>
  );
}

export function holdTerms(form: FormData): HoldTerms {
  return {
    category: answerIn(form, "category"),
    basis: answerIn(form, "basis"),
    reference: answerIn(form, "reference"),
    until: answerIn(form, "until"),
  };
}
