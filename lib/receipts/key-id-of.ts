import { decodeProtectedHeader } from "jose";

/** The name of the key that a receipt of our own was signed with. */
export function keyIdOf(jws: string): string {
  return decodeProtectedHeader(jws).kid ?? "";
}
