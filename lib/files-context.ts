import { now } from "./clock";
import { parseMasterKey } from "./crypto";
import { database } from "./database";
import { env } from "./env";
import type { FilesContext } from "./files";
import { objectStore } from "./object-store";

/** What storing and opening files needs, for this process. */
export function filesContext(): FilesContext {
  return {
    db: database().db,
    now,
    store: objectStore(),
    master: parseMasterKey(env().MASTER_KEY),
  };
}
