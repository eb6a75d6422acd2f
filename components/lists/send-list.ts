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
  for await (const part of textOf(answer.body)) {
    parts.push(part);
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    results = add(results, lines);
    tell(results);
  }
  return { results, csv: new Blob(parts, { type: "text/csv" }) };
}

async function* textOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    yield interrupted;
  }
}
