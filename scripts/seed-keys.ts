import type { SeedKeys } from "@/db/seed";
import { createDataKey, createVault, encryptWithDataKey, parseMasterKey } from "@/lib/crypto";

/** The seed's keys, made from the platform's master key as the app makes them. */
export function seedKeys(masterKey: string): SeedKeys {
  const master = parseMasterKey(masterKey);
  const { digest } = createVault(master);

  return {
    digest,
    async createDataKey(workspaceId, id) {
      const { key, wrappedKey } = await createDataKey(master, workspaceId, id);
      return {
        wrappedKey,
        encrypt: (plaintext, context) => encryptWithDataKey(key, plaintext, context),
      };
    },
  };
}
