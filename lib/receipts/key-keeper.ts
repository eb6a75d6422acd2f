import type { ErasureContext, Vault } from "@/lib/erasure";

/** What is needed to make a signing key and to open it. */
export type KeyKeeper = {
  vault: Pick<Vault, "seal" | "open">;
  now: ErasureContext["now"];
};
