import { decodeJwt } from "jose";
import { Receipt } from "@/lib/erasure";

/** What a receipt of our own says, without checking who signed it. @throws when it is none. */
export function signedReceipt(jws: string): Receipt {
  return Receipt.parse(decodeJwt(jws));
}
