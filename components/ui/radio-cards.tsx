import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field-error";

export type RadioCard<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
};

type RadioCardsProps<Value extends string> = Omit<
  ComponentProps<"input">,
  "type" | "value" | "defaultValue" | "id"
> & {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  cards: readonly RadioCard<Value>[];
  defaultValue?: string | undefined;
  /** Of the first radio, for links that lead to the question. */
  firstId?: string;
};

/** One choice out of a few, each explained on its own card. Further props go to every radio. */
export function RadioCards<Value extends string>({
  legend,
  hint,
  error,
  cards,
  defaultValue,
  firstId,
  className,
  autoFocus,
  ...input
}: RadioCardsProps<Value>) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;

  return (
    <fieldset aria-describedby={describedBy} className={clsx("grid min-w-0 gap-2", className)}>
      <legend className="mb-2 font-medium">{legend}</legend>
      {hint && (
        <p id={hintId} className="-mt-2 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      <div className="grid gap-2">
        {cards.map((card, index) => (
          <label
            key={card.value}
            className={clsx(
              "flex min-h-12 items-start gap-3 rounded-lg border bg-surface px-4 py-3 transition-colors hover:border-ink",
              "has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)]",
              "has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:outline-offset-2",
              error ? "border-danger" : "border-line-strong",
            )}
          >
            <input
              {...input}
              id={index === 0 ? firstId : undefined}
              type="radio"
              value={card.value}
              defaultChecked={defaultValue === card.value}
              // biome-ignore lint/a11y/noAutofocus: only set on the first faulty answer after a refused form
              autoFocus={autoFocus && index === 0}
              aria-invalid={error ? true : undefined}
              className="mt-1 size-4.5 shrink-0 accent-accent outline-none"
            />
            <span className="grid gap-0.5">
              <span className="font-medium">{card.label}</span>
              {card.hint && <span className="text-ink-muted text-sm">{card.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} message={error} />
    </fieldset>
  );
}
