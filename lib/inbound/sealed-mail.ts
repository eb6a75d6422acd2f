import { z } from "zod";
import type { Vault } from "@/lib/erasure";

/** Who wrote what, as far as it is known yet: the provider's notice has no body. */
export const SealedMail = z.object({
  from: z.string(),
  subject: z.string(),
  text: z.string().optional(),
  attachments: z
    .array(z.object({ name: z.string().nullable(), type: z.string(), bytes: z.number() }))
    .optional(),
});
export type SealedMail = z.infer<typeof SealedMail>;

export async function sealMail(vault: Vault, id: string, mail: SealedMail): Promise<string> {
  return await vault.seal(JSON.stringify(mail), id);
}

/** @throws when the seal was made for another mail or under another key. */
export async function openSealedMail(
  vault: Vault,
  id: string,
  sealed: string | null,
): Promise<SealedMail | null> {
  return sealed === null ? null : SealedMail.parse(JSON.parse(await vault.open(sealed, id)));
}
