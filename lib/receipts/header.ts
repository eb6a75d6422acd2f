/** JWS algorithm of every receipt: Ed25519 under the name that all verifiers know (RFC 8037). */
export const receiptAlgorithm = "EdDSA";

/** JWS `typ` of every receipt, so that nothing else signed here passes for one (RFC 8725, 3.11). */
export const receiptType = "erasure-receipt+jws";
