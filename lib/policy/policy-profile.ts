import { PolicyError } from "./policy-error";
import type { PolicyProfile } from "./profile";
import { profiles } from "./profiles";

/** The profile that `POLICY_PROFILE` names. @throws PolicyError with the names there are when it is none of them. */
export function policyProfile(name: string): PolicyProfile {
  const profile = profiles.find((candidate) => candidate.name === name);
  if (profile === undefined) {
    const known = profiles.map((candidate) => candidate.name).join(", ");
    throw new PolicyError(
      `POLICY_PROFILE is "${name}", and there is no such policy profile. There is: ${known}.`,
    );
  }
  return profile;
}
