import { clsx } from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "regular" | "compact";

const base =
  "inline-flex items-center justify-center gap-2 rounded-full border font-medium leading-tight " +
  "no-underline transition-colors duration-150 select-none " +
  "disabled:cursor-not-allowed aria-disabled:cursor-not-allowed " +
  "[&_svg]:size-[1.15em] [&_svg]:shrink-0";

const sizes: Record<ButtonSize, string> = {
  regular: "min-h-12 px-6 py-2.5 text-base",
  compact: "min-h-11 px-4 py-2 text-sm",
};

const off =
  "disabled:border-line disabled:bg-sunken disabled:text-ink-muted " +
  "forced-colors:disabled:text-[GrayText]";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
  secondary:
    "border-line-strong bg-surface text-ink enabled:hover:border-ink enabled:hover:bg-sunken " +
    "[a&]:hover:border-ink [a&]:hover:bg-sunken",
  quiet:
    "border-transparent bg-transparent text-accent enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
  danger:
    "border-transparent bg-danger text-on-danger enabled:hover:bg-danger-strong [a&]:hover:bg-danger-strong",
};

/** The look shared by buttons and by links that stand where a button would. */
export function buttonStyle(
  variant: ButtonVariant = "primary",
  size: ButtonSize = "regular",
  className?: string,
): string {
  return clsx(base, sizes[size], variants[variant], off, className);
}
