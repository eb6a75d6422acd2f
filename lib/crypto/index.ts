/** Keys, envelopes, digests and secrets. Pure: the keys are handed in. */
export {
  createDataKey,
  type DataKey,
  decryptWithDataKey,
  encryptWithDataKey,
  unwrapDataKey,
} from "./data-key";
export { type MasterKey, parseMasterKey } from "./master-key";
export { deriveSessionSecret } from "./session-secret";
export { digestToken, newConfirmationCode, newToken } from "./tokens";
export { createVault } from "./vault";
