import "server-only";
import { deriveSessionSecret, parseMasterKey } from "@/lib/crypto";
import { env } from "@/lib/env";

/** The secret of this process's session cookies. */
export function sessionSecret(): string {
  return deriveSessionSecret(parseMasterKey(env().MASTER_KEY));
}
