import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field-error";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A box to tick, whose whole line can be pressed. */
export function Checkbox({ label, hint, error, className, id, ...input }: CheckboxProps) {
  const generatedId = useId();
  const controlId = id ?? generatedId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;

  return (
    <div className={clsx("grid gap-1", className)}>
      <label htmlFor={controlId} className="flex min-h-11 items-start gap-3 py-2">
        <input
          {...input}
          id={controlId}
          type="checkbox"
          aria-describedby={[errorId, hintId].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent aria-invalid:outline-2 aria-invalid:outline-danger aria-invalid:outline-offset-2 focus-visible:outline-(--focus)"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="ps-8 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      <FieldError id={errorId} message={error} />
    </div>
  );
}
