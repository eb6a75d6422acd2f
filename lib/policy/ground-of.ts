import type { PolicyProfile } from "./profile";
import { type Ground, retentionOf } from "./retentions";

/**
 * On which ground a profile keeps what the map retains under this key.
 *
 * @throws when the profile says nothing of it.
 */
export function groundOf(profile: Pick<PolicyProfile, "name" | "retentions">, key: string): Ground {
  const terms = profile.retentions[retentionOf(key)];
  if (terms === undefined) {
    throw new Error(`The policy profile "${profile.name}" does not say why "${key}" is kept.`);
  }
  return terms.ground;
}
