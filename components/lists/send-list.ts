/** What has become of a list's lines so far, from whole lines of the CSV that answers it. */
export type Tally<Results> = {
  none: Results;
  add: (results: Results, lines: readonly string[]) => Results;
};

/** How the server ends its answer about a list that it could not read to the end. */
const interrupted = "\n,stopped,interrupted\n";

/**
 * Sends a file as it is, and tells what becomes of its lines while they are still being read. An answer
 * that breaks off ends as one that the server ended early: what it told before has been done.
 *
 * @throws when the list was not taken.
 */
export async function sendList<Results>(
  address: string,
  file: File,
  { none, add }: Tally<Results>,
  tell: (results: Results) => void,
): Promise<{ results: Results; csv: Blob }> {
  const answer = await fetch(address, { method: "POST", body: file });
  if (!answer.ok || answer.body === null) throw new Error("The list was not taken.");

  const parts: string[] = [];
  let results = none;
  let rest = "";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let isWhole = true; isWhole; ) {
    const read = await reader.read().catch(() => null);
    if (read?.done) break;
    isWhole = read !== null;
    const value = read?.value ?? interrupted;
    parts.push(value);
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    results = add(results, lines);
    tell(results);
  }
  return { results, csv: new Blob(parts, { type: "text/csv" }) };
}
