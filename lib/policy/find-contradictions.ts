import type { AnyErasureMap } from "@/lib/erasure/engine";
import type { Contradiction } from "./contradictions/contradiction";
import { contradictionsInChannels } from "./contradictions/in-its-channels";
import { contradictionsInFigures } from "./contradictions/in-its-figures";
import { contradictionsInProof } from "./contradictions/in-its-proof";
import { contradictionsInTimes } from "./contradictions/in-its-times";
import { contradictionsWithApp } from "./contradictions/with-the-app";
import { contradictionsWithLaw } from "./contradictions/with-the-law";
import { contradictionsWithMap } from "./contradictions/with-the-map";
import type { PolicyProfile } from "./profile";

/** Everything for which a profile could not be kept: by itself, the map, the law or this app. */
export function findContradictions(profile: PolicyProfile, map: AnyErasureMap): Contradiction[] {
  return [
    ...contradictionsInFigures(profile),
    ...contradictionsInTimes(profile),
    ...contradictionsInChannels(profile),
    ...contradictionsInProof(profile),
    ...contradictionsWithMap(profile, map),
    ...contradictionsWithLaw(profile),
    ...contradictionsWithApp(profile),
  ];
}
