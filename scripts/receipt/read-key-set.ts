import { readFile } from "node:fs/promises";
import { ReceiptKeySet } from "@/lib/receipts/schemas";
import { ReceiptCommandError } from "./receipt-command-error";

const timeoutMilliseconds = 10_000;

/** Reads published keys from a file or an address. @throws ReceiptCommandError */
export async function readKeySet(source: string): Promise<ReceiptKeySet> {
  try {
    const text = /^https?:/.test(source) ? await download(source) : await readFile(source, "utf8");
    return ReceiptKeySet.parse(JSON.parse(text));
  } catch (cause) {
    throw new ReceiptCommandError(
      `There are no keys to check with at ${source}. Name others with --keys.`,
      { cause },
    );
  }
}

async function download(address: string): Promise<string> {
  const response = await fetch(address, {
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  if (!response.ok) throw new Error(`It answered ${response.status}.`);
  return await response.text();
}
