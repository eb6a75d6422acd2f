import { createHash } from "node:crypto";
import type { SeedKeys } from "./seed-keys";

/** Stands in for real keys in tests: readable by nobody, and the same on every run. */
export const testingKeys: SeedKeys = {
  digest: (kind, value) => digest(`${kind}:${value}`),
  createDataKey: async (workspaceId, id) => ({
    wrappedKey: digest(`wrapped:${workspaceId}:${id}`),
    encrypt: async (plaintext, context) => digest(`${context}:${plaintext}`),
  }),
};

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
