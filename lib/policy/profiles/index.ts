import type { PolicyProfile } from "../profile";
import { defaultProfile } from "./default";
import { kestrelLane } from "./kestrel-lane";
import { neelamThreads } from "./neelam-threads";
import { orchardRow } from "./orchard-row";
import { rimbaPesan } from "./rimba-pesan";
import { willowWire } from "./willow-wire";

/** Whoever can be chosen by `POLICY_PROFILE`. */
export const profiles: readonly PolicyProfile[] = [
  defaultProfile,
  kestrelLane,
  orchardRow,
  rimbaPesan,
  neelamThreads,
  willowWire,
];
