/** Receipts: signed here, checked here or anywhere else with the published keys. */
export { type CheckedReceipt, checkReceipt } from "./check-receipt";
export { createReceiptSigner } from "./create-receipt-signer";
export { keyIdOf } from "./key-id-of";
export { publishedKeys } from "./published-keys";
export { rotateReceiptKey } from "./rotate-key";
export { signedReceipt } from "./signed-receipt";
