import type { Vault } from "@/lib/erasure/context";

/** A workspace's data key, ready to use. */
export type SeedDataKey = {
  wrappedKey: string;
  /** `context` is the table, row and column that the ciphertext is for. */
  encrypt(plaintext: string, context: string): Promise<string>;
};

/** The keyed operations that the seed needs; the keys themselves stay outside. */
export type SeedKeys = {
  /** `id` is the key's row. */
  createDataKey(workspaceId: string, id: string): Promise<SeedDataKey>;
  digest: Vault["digest"];
};
