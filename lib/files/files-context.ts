import type { MasterKey } from "@/lib/crypto";
import type { Db } from "@/lib/erasure/context";
import type { ObjectStore } from "@/lib/storage";

/** What storing and opening files needs, handed in. */
export type FilesContext = {
  db: Db;
  now: () => Date;
  store: ObjectStore;
  master: MasterKey;
};
