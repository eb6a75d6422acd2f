import type { ErasureMap } from "@/lib/erasure/engine";
import type { SubjectKind } from "./vocabulary";

/** A part of the map: the verdicts on these tables, none left out. */
export type VerdictsOn<TTables> = ErasureMap<TTables, SubjectKind>;
