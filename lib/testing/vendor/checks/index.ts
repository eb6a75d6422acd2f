/** What the rows of the vendors' tables are checked with. */
export * from "./accounts";
export * from "./backups";
export * from "./contacts";
export * from "./erasures";
export * from "./exports";
export * from "./mail";
export * from "./page";
export * from "./proofs";
export * from "./providers";
export * from "./requests";
export * from "./retentions";
