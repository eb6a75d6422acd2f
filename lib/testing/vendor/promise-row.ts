import type { VendorApp } from "./vendor-app";

export type Check = (app: VendorApp) => void | Promise<void>;

/**
 * A row of what vendors publish, in one vendor's column: the promise, and by what it is seen to be
 * kept, or what is missing for it.
 */
export type PromiseRow = { promise: string } & (
  | { evidence: string; check: Check }
  | { missing: string }
);
