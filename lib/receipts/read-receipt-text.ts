import { maxReceiptLength, ReceiptFile } from "./schemas";

/**
 * Finds the signed receipt in what somebody kept: the compact JWS, perhaps broken into lines by a
 * mail or a printer, or the file that was downloaded to be read.
 *
 * @returns `shown` where the text shows what it says was signed; null for what is no receipt.
 */
export function readReceiptText(text: string): { jws: string; shown?: unknown } | null {
  if (text.length > maxReceiptLength) return null;
  const compact = text.replace(/\s+/g, "");
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(compact)) return { jws: compact };
  const file = ReceiptFile.safeParse(parsed(text));
  return file.success ? { jws: file.data.signed, shown: file.data.receipt } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
