import { z } from "zod";

/** The published keys: what `/.well-known/jwks.json` answers. */
export const ReceiptKeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      x: z.string(),
      kid: z.string(),
      alg: z.literal("EdDSA"),
      use: z.literal("sig"),
    }),
  ),
});
export type ReceiptKeySet = z.infer<typeof ReceiptKeySet>;

/** Longer than any receipt, and short enough to read at once. */
export const maxReceiptLength = 256 * 1024;

/** A receipt as it is downloaded to be read: what was signed in the open, and the signature. */
export const ReceiptFile = z.object({ receipt: z.unknown(), signed: z.string() });
