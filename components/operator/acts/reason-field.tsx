import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { actMessages } from "../messages/act-messages";

const { fields } = actMessages;

type ReasonFieldProps<Name extends string> = {
  name?: string;
  label?: string;
  names: readonly Name[];
  words: Readonly<Record<Name, string>>;
  error: string | undefined;
};

/** One of a closed list of reasons; none is chosen beforehand, so that nobody gives one unawares. */
export function ReasonField<Name extends string>({
  name = "reason",
  label = fields.reason,
  names,
  words,
  error,
}: ReasonFieldProps<Name>) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select {...control} name={name} defaultValue="">
          <option value="" disabled>
            {fields.choose}
          </option>
          {names.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
