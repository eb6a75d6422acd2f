/** Keys, envelopes, digests and secrets. Pure: the keys are handed in. */
export {
  createDataKey,
  type DataKey,
  decryptWithDataKey,
  encryptWithDataKey,
  needsPart,
  unwrapDataKey,
  wrapInTwoParts,
} from "./data-key";
export { digestKeyOf, unwrapDigestKey, wrapDigestKey } from "./digest-key";
export { UnknownKeyError } from "./envelope";
export { type MasterKey, parseMasterKey } from "./master-key";
export { renewEnvelope } from "./renew-envelope";
export { openedSize, openStream, sealStream } from "./sealed-stream";
export { deriveSessionSecrets, type SessionSecrets } from "./session-secret";
export { digestToken, newConfirmationCode, newToken } from "./tokens";
export { createVault } from "./vault";
