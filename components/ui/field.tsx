import { clsx } from "clsx";
import { type ReactNode, useId } from "react";
import { FieldError } from "./field-error";

/** What the control must carry so that label, hint and error are read out with it. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Said beside the label when the answer may be left out. */
  optionalLabel?: string;
  id?: string;
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** A label, a hint and an error around one control, tied together for assistive technology. */
export function Field({ label, hint, error, optionalLabel, id, className, children }: FieldProps) {
  const generatedId = useId();
  const controlId = id ?? generatedId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;

  return (
    <div className={clsx("grid gap-2", className)}>
      <label htmlFor={controlId} className="justify-self-start font-medium">
        {label}
        {optionalLabel && <span className="font-normal text-ink-muted"> ({optionalLabel})</span>}
      </label>
      {hint && (
        <p id={hintId} className="-mt-1 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      {children({
        id: controlId,
        "aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      <FieldError id={errorId} message={error} />
    </div>
  );
}
