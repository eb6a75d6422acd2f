import type { PolicyProfile } from "../profile";
import { defaultProfile } from "./default";

export const profiles: readonly PolicyProfile[] = [defaultProfile];
