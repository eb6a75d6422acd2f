import type { VendorApp } from "./vendor-app";

export type Check = (app: VendorApp) => void | Promise<void>;

/** A row of what vendors publish, in one vendor's column: the promise, and by what it is seen to be kept. */
export type PromiseRow = { promise: string; evidence: string; check: Check };
