/** A language by its own name, and in English for those who look for it there. */
export function languageName(language: string): string {
  const own = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  const english = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return own === english ? own : `${own} (${english})`;
}
