import type { Vault } from "@/lib/erasure/context";

/** A workspace's data key, ready to use. */
export type SeedDataKey = {
  id: string;
  wrappedKey: string;
  /** `context` is the id of the row that the ciphertext goes into. */
  encrypt(plaintext: string, context: string): Promise<string>;
};

/** The keyed operations that the seed needs; the keys themselves stay outside. */
export type SeedKeys = {
  createDataKey(workspaceId: string): Promise<SeedDataKey>;
  digest: Vault["digest"];
};
