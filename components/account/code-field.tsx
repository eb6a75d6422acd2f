import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type CodeFieldProps = {
  label: string;
  hint: string;
  error: string | undefined;
  registered: UseFormRegisterReturn;
};

/** Where a mailed code is typed, pasted, or filled in by the telephone. */
export function CodeField({ label, hint, error, registered }: CodeFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <TextInput
          {...control}
          {...registered}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          dir="ltr"
          className="max-w-48 font-mono tracking-widest"
        />
      )}
    </Field>
  );
}
