import { isDeepStrictEqual } from "node:util";
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors } from "jose";
import { Receipt } from "@/lib/erasure";
import { receiptAlgorithm, receiptType } from "./header";
import { readReceiptText } from "./read-receipt-text";
import type { ReceiptKeySet } from "./schemas";

/** What became of a look at a receipt. Only `valid` says what the issuer asserts. */
export type CheckedReceipt =
  | { outcome: "valid"; keyId: string; receipt: Receipt }
  /** It was signed with a key that exists, and it is not what was signed. */
  | { outcome: "altered" }
  /** Signed with a key that is not among those given: who signed it is not known. */
  | { outcome: "unknown_key"; keyId: string | null }
  /** This is no receipt. */
  | { outcome: "unreadable" };

/**
 * Checks a receipt, as it was downloaded in either form, against a set of keys.
 *
 * A file for readers shows what was signed beside the signature: the two have to be the same.
 */
export async function checkReceipt(text: string, keys: ReceiptKeySet): Promise<CheckedReceipt> {
  const read = readReceiptText(text);
  if (read === null) return { outcome: "unreadable" };
  const header = headerOf(read.jws);
  if (header === null) return { outcome: "unreadable" };
  if (!keys.keys.some(({ kid }) => kid === header.kid)) {
    return { outcome: "unknown_key", keyId: header.kid };
  }
  try {
    const { payload } = await compactVerify(read.jws, createLocalJWKSet(keys), {
      algorithms: [receiptAlgorithm],
    });
    const signed: unknown = JSON.parse(new TextDecoder().decode(payload));
    const receipt = Receipt.safeParse(signed);
    if (header.typ !== receiptType || !receipt.success) return { outcome: "unreadable" };
    if (read.shown !== undefined && !isDeepStrictEqual(read.shown, signed)) {
      return { outcome: "altered" };
    }
    return { outcome: "valid", keyId: header.kid, receipt: receipt.data };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { outcome: "altered" };
    throw error;
  }
}

function headerOf(jws: string): { kid: string; typ: string | undefined } | null {
  try {
    const { kid, typ } = decodeProtectedHeader(jws);
    return kid === undefined ? null : { kid, typ };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
