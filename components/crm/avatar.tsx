/** The first letters of a name, in any script. Decoration: the name itself stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-10 shrink-0 place-items-center rounded-full border border-line bg-sunken font-medium text-ink-muted text-sm"
    >
      {initialsOf(name)}
    </span>
  );
}

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => (word ? ([...letters.segment(word)][0]?.segment ?? "") : ""))
    .join("")
    .toLocaleUpperCase();
}
