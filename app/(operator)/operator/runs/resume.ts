"use server";

import { steerPurges } from "@/lib/erasure";
import { SteerPurges } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Lets purges go on, so many at once. */
export const resume = operatorAction(
  "steer_purges",
  SteerPurges,
  (ctx, { maxRuns }) => steerPurges(ctx, { isPaused: false, maxRuns }),
  { isDestructive: true },
);
