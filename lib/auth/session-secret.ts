import "server-only";
import { deriveSessionSecrets, parseMasterKey, type SessionSecrets } from "@/lib/crypto";
import { env } from "@/lib/env";

/** Of this process's session cookies: sealed with the first, opened with any. */
export function sessionSecrets(): SessionSecrets {
  return deriveSessionSecrets(parseMasterKey(env().MASTER_KEY));
}
