import type { Vault } from "@/lib/erasure";

/** Keyed, and bound to the row: of eight digits a plain hash would be no secret. */
export function codeDigest(vault: Vault, id: string, code: string): string {
  return vault.digest("code", `${id}/${code}`);
}
