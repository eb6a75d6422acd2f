import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type CheckedReceipt, checkReceipt } from "@/lib/receipts/check-receipt";
import { readReceiptText } from "@/lib/receipts/read-receipt-text";
import { signedReceipt } from "@/lib/receipts/signed-receipt";
import { readKeySet } from "./read-key-set";
import { ReceiptCommandError } from "./receipt-command-error";

const usage = `npm run receipt:verify -- FILE [--keys FILE_OR_ADDRESS]

  FILE    the receipt as it was downloaded, .jws or .json
  --keys  the issuer's published keys, kept as a file or at an address
          (otherwise asked for at the address that the receipt names as its issuer)`;

/** Checks a receipt and says in words what became of it. @returns whether it is valid. */
export async function verifyCommand(
  commandLine: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  const { file, keys } = readArguments(commandLine);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new ReceiptCommandError(`${file} can't be read.`, { cause });
  });
  const source = keys ?? addressIn(text);
  if (source === null) {
    say(wording({ outcome: "unreadable" }));
    return false;
  }
  const checked = await checkReceipt(text, await readKeySet(source));
  say(wording(checked));
  say(`Keys from ${source}`);
  if (checked.outcome === "valid") say(JSON.stringify(checked.receipt, null, 2));
  return checked.outcome === "valid";
}

function readArguments(commandLine: readonly string[]): { file: string; keys: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { keys: { type: "string" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new TypeError("Name one file.");
    return { file, keys: values.keys };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ReceiptCommandError(`${error.message}\n\n${usage}`);
  }
}

/** Where the issuer publishes its keys. Whoever forged it can name a place of their own: it is shown. */
function addressIn(text: string): string | null {
  const read = readReceiptText(text);
  if (read === null) return null;
  try {
    return new URL("/.well-known/jwks.json", signedReceipt(read.jws).issuer).href;
  } catch {
    return null;
  }
}

function wording(checked: CheckedReceipt): string {
  switch (checked.outcome) {
    case "valid":
      return `VALID. ${checked.receipt.issuer} asserts this, signed with its key ${checked.keyId}.`;
    case "altered":
      return "ALTERED. This is not what was signed.";
    case "unknown_key":
      return `UNKNOWN KEY. It names the key ${checked.keyId}, which is not among those given.`;
    case "unreadable":
      return "NOT A RECEIPT. There is nothing here that could be checked.";
  }
}
