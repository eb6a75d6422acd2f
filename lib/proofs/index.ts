/** Proofs that somebody may act for another: read from a form, and kept with the request. */
export { type Proof, readProof } from "./read-proof";
export { storeProof } from "./store-proof";
