import { fileTypeFromBuffer } from "file-type";
import { type ProofFault, type ProofType, proofMaxBytes, proofTypes } from "./schemas";

export type Proof = { mimeType: ProofType; bytes: Uint8Array };

/**
 * Reads a file that came with a form. What it is, is told by its content: its name and the type that
 * the browser claims are not asked.
 *
 * @returns null where none was chosen.
 */
export async function readProof(
  posted: FormDataEntryValue | null,
): Promise<{ ok: true; proof: Proof | null } | { ok: false; fault: ProofFault }> {
  if (!(posted instanceof Blob) || posted.size === 0) return { ok: true, proof: null };
  if (posted.size > proofMaxBytes) return { ok: false, fault: "proof_too_large" };
  const bytes = new Uint8Array(await posted.arrayBuffer());
  const found = await fileTypeFromBuffer(bytes);
  const mimeType = proofTypes.find((type) => type === found?.mime);
  return mimeType === undefined
    ? { ok: false, fault: "proof_wrong_type" }
    : { ok: true, proof: { mimeType, bytes } };
}
