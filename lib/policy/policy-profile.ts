import type { PolicyProfile } from "./profile";
import { profiles } from "./profiles";

/** The profile that `POLICY_PROFILE` names. @throws with the names there are when it is none of them. */
export function policyProfile(name: string): PolicyProfile {
  const profile = profiles.find((candidate) => candidate.name === name);
  if (profile === undefined) {
    const known = profiles.map((candidate) => candidate.name).join(", ");
    throw new Error(`There is no policy profile "${name}". There is: ${known}.`);
  }
  return profile;
}
