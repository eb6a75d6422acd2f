/** What the rows of the vendors' tables are checked with. */
export * from "./accounts";
export * from "./backups";
export * from "./erasures";
export * from "./mail";
export * from "./page";
export * from "./requests";
