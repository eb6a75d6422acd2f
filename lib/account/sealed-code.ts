import { z } from "zod";
import type { Vault } from "@/lib/erasure";

/** What has to be readable of a mailed code: itself until it is sent, and the address to become the account's. */
export const SealedCode = z.strictObject({
  code: z.string().optional(),
  email: z.string().optional(),
});
export type SealedCode = z.infer<typeof SealedCode>;

export async function sealCode(vault: Vault, id: string, content: SealedCode): Promise<string> {
  return await vault.seal(JSON.stringify(content), id);
}

/** @throws when the seal was made for another code or under another key. */
export async function openSealedCode(
  vault: Vault,
  id: string,
  sealed: string | null,
): Promise<SealedCode> {
  if (sealed === null) return {};
  return SealedCode.parse(JSON.parse(await vault.open(sealed, id)));
}
