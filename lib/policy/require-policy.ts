import type { AnyErasureMap } from "@/lib/erasure/engine";
import { findContradictions } from "./find-contradictions";
import { PolicyError } from "./policy-error";
import { policyProfile } from "./policy-profile";
import type { PolicyProfile } from "./profile";

/** The profile of this name, if it can be kept. @throws PolicyError. */
export function requirePolicy(name: string, map: AnyErasureMap): PolicyProfile {
  const profile = policyProfile(name);
  const contradictions = findContradictions(profile, map);
  if (contradictions.length > 0) {
    throw new PolicyError(`The policy profile "${name}" cannot be kept:`, contradictions);
  }
  return profile;
}
