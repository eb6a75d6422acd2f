/** What the doctor found in one place: nothing, something to know, or something to mend. */
export type Finding = {
  title: string;
  state: "fine" | "note" | "mend";
  /** What is there and how to mend it. No personal data: counts, names of tables, codes. */
  lines: readonly string[];
};

/** Fine when there is nothing to say, and to be mended otherwise. */
export function finding(title: string, lines: readonly string[]): Finding {
  return { title, state: lines.length === 0 ? "fine" : "mend", lines };
}
