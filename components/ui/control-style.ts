/** The box shared by every control one types into or chooses from. */
export const controlStyle =
  "block w-full min-h-12 rounded-lg border border-line-strong bg-surface px-4 py-2.5 text-base text-ink " +
  "transition-colors placeholder:text-ink-muted hover:border-ink " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-muted " +
  "aria-invalid:border-danger aria-invalid:shadow-[inset_0_0_0_1px_var(--danger)]";
