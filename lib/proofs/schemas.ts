/** A proof is a PDF or a picture of one; so many bytes and no more. */
export const proofMaxBytes = 5 * 1024 * 1024;

export const proofTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
] as const;
export type ProofType = (typeof proofTypes)[number];

/** What can be wrong with a file that is handed in. */
export type ProofFault = "proof_too_large" | "proof_wrong_type";
