import { env } from "./env";
import { createObjectStore, type ObjectStore } from "./storage";
import { storageSettings } from "./storage-settings";

let store: ObjectStore | undefined;

/** This process's object store, opened when first needed. */
export function objectStore(): ObjectStore {
  store ??= createObjectStore(storageSettings(env()));
  return store;
}
